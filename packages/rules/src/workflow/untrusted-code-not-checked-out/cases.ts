import type { RuleCases } from "@plimsoll/core";

const steps = (event: string, text: string): string =>
  `on: ${event}\njobs:\n  a:\n    runs-on: x\n    steps:\n${text}`;

export const cases: RuleCases = {
  pass: [
    {
      name: "the base of the pull request",
      text: steps("pull_request_target", "      - uses: actions/checkout@v4\n"),
    },
    {
      name: "an event without secrets",
      text: steps(
        "pull_request",
        "      - uses: actions/checkout@v4\n        with: {ref: '${{ github.event.pull_request.head.sha }}'}\n",
      ),
    },
  ],
  fail: [
    {
      name: "the head of the pull request",
      text: steps(
        "pull_request_target",
        "      - uses: actions/checkout@v4\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n",
      ),
      findings: [
        {
          at: "8:16-8:57",
          problem: "checkout",
          message:
            "The code of whoever causes pull_request_target is checked out here, beside the repository's token and secrets.",
        },
      ],
      fixed: null,
    },
    {
      name: "by its number, by its repository and by a command",
      text: steps(
        "[issue_comment]",
        "      - uses: actions/checkout@v4\n        with: {ref: 'refs/pull/${{ github.event.issue.number }}/merge'}\n      - uses: actions/checkout@v4\n        with: {repository: '${{ github.event.workflow_run.head_repository.full_name }}'}\n      - run: gh pr checkout 1\n",
      ),
      findings: [
        { at: "7:21-7:71", problem: "checkout" },
        { at: "9:28-9:88", problem: "checkout" },
        { at: "10:14-10:28", problem: "checkout" },
      ],
      fixed: null,
    },
  ],
};
