import type { RuleCases } from "@plimsoll/core";

const on = (label: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: ${label}\n    steps: [{run: ls}]\n`;

export const cases: RuleCases = {
  pass: [
    { name: "a runner of GitHub", text: on("ubuntu-24.04") },
    { name: "own runners", text: on("[self-hosted, linux, gpu]") },
    { name: "own labels that are declared", text: on("big-1"), options: { known: ["big-*"] } },
    {
      name: "values of a matrix, and an expression that nobody knows",
      text: "on: push\njobs:\n  a:\n    strategy: {matrix: {os: [ubuntu-latest, macos-15]}}\n    runs-on: ${{ matrix.os }}\n    steps: [{run: ls}]\n  b:\n    runs-on: ${{ inputs.runner }}\n    steps: [{run: ls}]\n",
    },
  ],
  fail: [
    {
      name: "a slip",
      text: on("ubuntu-lastest"),
      findings: [
        {
          at: "4:14-4:28",
          problem: "unknown",
          message:
            'No runner of GitHub is called "ubuntu-lastest"; the nearest is ubuntu-latest. Labels of own runners belong into the option `known`.',
        },
      ],
      fixed: on("ubuntu-latest"),
    },
    {
      name: "runners that are gone, in a matrix",
      text: "on: push\njobs:\n  a:\n    strategy: {matrix: {os: [ubuntu-20.04, macos-latest], include: [{os: macos-12}]}}\n    runs-on: ${{ matrix.os }}\n    steps: [{run: ls}]\n",
      findings: [
        {
          at: "4:30-4:42",
          problem: "gone",
          message: 'GitHub gave the runner "ubuntu-20.04" up, so the job never starts.',
        },
        { at: "4:74-4:82", problem: "gone" },
      ],
      fixed: null,
    },
    {
      name: "labels that no runner has together",
      text: on("[ubuntu-latest, windows-latest]"),
      findings: [{ at: "4:30-4:44", problem: "conflict" }],
      fixed: null,
    },
  ],
};
