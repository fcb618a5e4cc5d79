import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [{ name: "events without secrets for forks", text: "on: [push, pull_request, issues]\njobs: {}\n" }],
  fail: [
    {
      name: "in a list",
      text: "on: [pull_request_target, issues]\njobs: {}\n",
      findings: [
        {
          at: "1:6-1:25",
          problem: "privileged",
          message:
            "Anyone can cause pull_request_target, and it runs with the repository's token and secrets.",
        },
      ],
      fixed: null,
    },
    {
      name: "with settings",
      text: "on:\n  workflow_run:\n    workflows: [CI]\n    types: [completed]\njobs: {}\n",
      findings: [{ at: "2:3-2:15", problem: "privileged" }],
      fixed: null,
    },
  ],
};
