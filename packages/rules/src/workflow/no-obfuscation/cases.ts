import type { RuleCases } from "@plimsoll/core";

const steps = (text: string): string => `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n${text}`;

export const cases: RuleCases = {
  pass: [
    {
      name: "plain names and expressions",
      text: steps(
        "      - uses: github/codeql-action/init@v3\n      - run: echo ${{ github.sha }} ${{ fromJSON('[1]')[0] }}\n        if: true\n",
      ),
    },
  ],
  fail: [
    {
      name: "ways round",
      text: steps("      - uses: a/b/./c@v1\n      - uses: a/b/c/../d@v1\n"),
      findings: [
        {
          at: "6:15-6:25",
          problem: "path",
          message: '"a/b/./c@v1" takes a way round to the action that it names.',
        },
        { at: "7:15-7:28", problem: "path" },
      ],
      fixed: null,
    },
    {
      name: "expressions of literals",
      text: steps("      - run: echo ${{ 'default' }} ${{ format('{0}', 'a') }}\n"),
      findings: [
        {
          at: "6:19-6:35",
          problem: "constant",
          message: "\"'default'\" always has the same value; write the value.",
        },
        { at: "6:36-6:61", problem: "constant" },
      ],
      fixed: null,
    },
  ],
};
