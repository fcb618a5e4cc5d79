import type { RuleCases } from "@plimsoll/core";

const matrix = (rows: string): string =>
  `on: push\njobs:\n  a:\n    strategy:\n      matrix:\n${rows}    runs-on: x\n    steps: [{run: ls}]\n`;

export const cases: RuleCases = {
  pass: [
    {
      name: "rows, and exclusions of their values",
      text: matrix(
        "        os: [a, b]\n        node: [{v: 1, w: 2}, {v: 3}]\n        exclude:\n          - {os: a, node: {v: 1}}\n        include:\n          - {os: z, other: 1}\n",
      ),
    },
    {
      name: "expressions",
      text: matrix("        os: ['${{ a }}', '${{ a }}']\n        exclude: [{os: x}]\n"),
    },
  ],
  fail: [
    {
      name: "a value twice",
      text: matrix("        node: [20, 22, '20']\n"),
      findings: [
        {
          at: "6:24-6:28",
          problem: "twice",
          message: "The value 20 stands in this row before, so the same job runs twice.",
        },
      ],
      fixed: null,
    },
    {
      name: "exclusions of nothing",
      text: matrix("        os: [a, b]\n        exclude:\n          - {os: c}\n          - {system: a}\n"),
      findings: [
        { at: "8:18-8:19", problem: "noValue" },
        {
          at: "9:14-9:20",
          problem: "noRow",
          message: 'The matrix has no row "system", so this excludes nothing.',
        },
      ],
      fixed: null,
    },
  ],
};
