import type { RuleCases } from "@plimsoll/core";

const job = (id: string, needs: string): string =>
  `  ${id}:\n    needs: ${needs}\n    runs-on: x\n    steps: [{run: ls}]\n`;

export const cases: RuleCases = {
  pass: [
    {
      name: "jobs that come before",
      text: `on: push\njobs:\n  a:\n    runs-on: x\n    steps: [{run: ls}]\n${job("b", "a")}${job("c", "[a, B]")}`,
    },
    { name: "an action", path: "action.yml", text: "runs: {using: composite, steps: []}\n" },
  ],
  fail: [
    {
      name: "a job that does not exist, and one that is named twice",
      text: `on: push\njobs:\n  a:\n    runs-on: x\n    steps: [{run: ls}]\n${job("b", "[a, c, A]")}`,
      findings: [
        {
          at: "7:16-7:17",
          problem: "unknown",
          message: 'Job b waits for "c", which is no job of this workflow.',
        },
        { at: "7:19-7:20", problem: "twice", severity: "warning" },
      ],
      fixed: null,
    },
    {
      name: "a circle, and a job that needs itself",
      text: `on: push\njobs:\n${job("a", "b")}${job("b", "[c]")}${job("c", "a")}${job("d", "d")}`,
      findings: [
        {
          at: "3:3-3:4",
          problem: "cycle",
          message: "Job a waits for itself through the jobs that it needs.",
        },
        { at: "15:3-15:4", problem: "cycle" },
      ],
      fixed: null,
    },
  ],
};
