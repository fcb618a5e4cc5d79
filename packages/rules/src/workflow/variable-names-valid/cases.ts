import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "names",
      text: "on: push\nenv: {A_1: x, a-b: y}\njobs: {a: {runs-on: x, steps: [{run: ls, env: {B: z}}]}}\n",
    },
  ],
  fail: [
    {
      name: "characters that no variable has",
      text: "on: push\nenv:\n  A=B: x\njobs:\n  a:\n    runs-on: x\n    services: {db: {image: y, env: {C D: z}}}\n    steps: [{run: ls, env: {E&F: z}}]\n",
      findings: [
        {
          at: "3:3-3:6",
          problem: "refused",
          message: '"A=B" is no name of a variable: it holds a blank, "=" or "&".',
        },
        { at: "7:37-7:40", problem: "refused" },
        { at: "8:29-8:32", problem: "refused" },
      ],
      fixed: null,
    },
    {
      name: "in a composite action",
      path: "a/action.yml",
      text: "runs:\n  using: composite\n  steps:\n    - run: ls\n      shell: bash\n      env: {A B: x}\n",
      findings: [{ at: "6:13-6:16", problem: "refused" }],
      fixed: null,
    },
  ],
};
