import type { RuleCases } from "@plimsoll/core";

const job = (on: string, condition: string): string =>
  `on: ${on}\njobs:\n  a:\n    if: ${condition}\n    runs-on: x\n    steps: [{run: ls}]\n`;

export const cases: RuleCases = {
  pass: [
    {
      name: "the author of the pull request",
      text: job("pull_request_target", "github.event.pull_request.user.login == 'dependabot[bot]'"),
    },
    { name: "no pull request", text: job("push", "github.actor == 'dependabot[bot]'") },
    { name: "a bot that is left out", text: job("pull_request", "github.actor != 'dependabot[bot]'") },
  ],
  fail: [
    {
      name: "who caused the event",
      text: job("pull_request_target", "github.actor == 'dependabot[bot]'"),
      findings: [
        {
          at: "4:9-4:21",
          problem: "spoofable",
          message:
            '"github.actor" is who caused the last event of the pull request, which may be a bot although someone else wrote the change.',
        },
      ],
      fixed: job("pull_request_target", "github.event.pull_request.user.login == 'dependabot[bot]'"),
    },
    {
      name: "in a workflow of other events too, where no one answer is right",
      text: job("[push, pull_request]", "${{ 'renovate[bot]' == github.triggering_actor }}"),
      findings: [{ at: "4:32-4:55", problem: "spoofable" }],
      fixed: null,
    },
  ],
};
