import type { RuleCases } from "@plimsoll/core";

const job = (on: string, label: string): string =>
  `on: ${on}\njobs:\n  a:\n    runs-on: ${label}\n    steps: [{run: ls}]\n`;

export const cases: RuleCases = {
  pass: [
    { name: "after a push", text: job("push", "[self-hosted, linux]") },
    { name: "a runner of GitHub", text: job("pull_request", "ubuntu-24.04") },
  ],
  fail: [
    {
      name: "a pull request on an own runner",
      text: job("pull_request", "[self-hosted, linux]"),
      findings: [
        {
          at: "4:15-4:26",
          problem: "exposed",
          message:
            'The runner "self-hosted" is one\'s own, and pull_request lets code of forks run on it where the repository is public.',
        },
      ],
      fixed: null,
    },
    {
      name: "by a matrix",
      text: "on: [push, pull_request_target]\njobs:\n  a:\n    strategy: {matrix: {r: [ubuntu-24.04, self-hosted]}}\n    runs-on: ${{ matrix.r }}\n    steps: [{run: ls}]\n",
      findings: [{ at: "4:43-4:54", problem: "exposed" }],
      fixed: null,
    },
  ],
};
