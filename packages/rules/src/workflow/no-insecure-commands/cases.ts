import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "off",
      text: "on: push\nenv: {ACTIONS_ALLOW_UNSECURE_COMMANDS: false}\njobs: {a: {runs-on: x, steps: [{run: ls}]}}\n",
    },
  ],
  fail: [
    {
      name: "for all jobs",
      text: "on: push\nenv:\n  ACTIONS_ALLOW_UNSECURE_COMMANDS: true\njobs: {a: {runs-on: x, steps: [{run: ls}]}}\n",
      findings: [
        {
          at: "3:3-3:34",
          problem: "allowed",
          message:
            "The runner hears set-env and add-path in the output again, which anything that a script prints can say.",
        },
      ],
      fixed: null,
    },
    {
      name: "for one step",
      text: "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ls\n        env: {ACTIONS_ALLOW_UNSECURE_COMMANDS: 'true'}\n",
      findings: [{ at: "7:15-7:46", problem: "allowed" }],
      fixed: null,
    },
  ],
};
