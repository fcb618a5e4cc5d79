import type { RuleCases } from "@plimsoll/core";

const env = (value: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ls\n        env: {A: "${value}"}\n`;

export const cases: RuleCases = {
  pass: [
    { name: "a secret", text: env("${{ secrets.A }}") },
    { name: "JSON of something else", text: env("${{ fromJSON(vars.A).b }}") },
  ],
  fail: [
    {
      name: "a part of one",
      text: env("${{ fromJSON(secrets.A).b }}"),
      findings: [
        {
          at: "7:19-7:47",
          problem: "split",
          message: 'Logs hide the secret "a" as a whole, and not the parts that fromJSON takes out of it.',
        },
      ],
      fixed: null,
    },
    {
      name: "inside another function",
      text: env("${{ format('{0}', fromJSON(secrets.A)[0]) }}"),
      findings: [{ at: "7:19-7:63", problem: "split" }],
      fixed: null,
    },
  ],
};
