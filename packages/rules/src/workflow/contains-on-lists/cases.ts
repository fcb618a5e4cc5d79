import type { RuleCases } from "@plimsoll/core";

const job = (condition: string): string =>
  `on: push\njobs:\n  a:\n    if: ${condition}\n    runs-on: x\n    steps: [{run: ls}]\n`;

export const cases: RuleCases = {
  pass: [
    { name: "a list", text: job("contains(fromJSON('[\"refs/heads/main\"]'), github.ref)") },
    { name: "a text of the event", text: job("contains(github.event.head_commit.message, 'skip')") },
    { name: "a value of GitHub", text: job("contains('push release', github.event_name)") },
  ],
  fail: [
    {
      name: "the name of a branch",
      text: job("contains('refs/heads/main refs/heads/dev', github.ref)"),
      findings: [
        {
          at: "4:18-4:50",
          problem: "partOfText",
          message:
            'Any part of this text is found in it, so "github.ref" may be another name than the ones meant.',
        },
      ],
      fixed: null,
    },
    {
      name: "who caused it",
      text: job("always() && contains('alice bob', github.actor)"),
      findings: [{ at: "4:30-4:41", problem: "partOfText" }],
      fixed: null,
    },
  ],
};
