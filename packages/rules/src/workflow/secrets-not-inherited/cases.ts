import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "named secrets",
      text: "on: push\njobs:\n  a:\n    uses: o/r/.github/workflows/a.yaml@v1\n    secrets: {key: '${{ secrets.KEY }}'}\n  b:\n    runs-on: x\n    steps: [{run: ls, env: {K: \"${{ secrets['KEY'] }}\"}}]\n",
    },
  ],
  fail: [
    {
      name: "all to a called workflow",
      text: "on: push\njobs:\n  a:\n    uses: o/r/.github/workflows/a.yaml@v1\n    secrets: inherit\n",
      findings: [
        {
          at: "5:14-5:21",
          problem: "inherited",
          message: "Every secret of this repository goes to o/r/.github/workflows/a.yaml@v1.",
        },
      ],
      fixed: null,
    },
    {
      name: "all to a step",
      text: "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ls\n        env:\n          ALL: ${{ toJSON(secrets) }}\n          ONE: ${{ secrets[matrix.key] }}\n",
      findings: [
        { at: "8:16-8:38", problem: "allOfThem" },
        { at: "9:16-9:42", problem: "allOfThem" },
      ],
      fixed: null,
    },
  ],
};
