import type { RuleCases } from "@plimsoll/core";

const run = (event: string, script: string): string =>
  `on: ${event}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: |\n          ${script}\n`;

export const cases: RuleCases = {
  pass: [
    { name: "text of the file", text: run("pull_request_target", 'echo "A=b" >> "$GITHUB_ENV"') },
    { name: "an event without secrets", text: run("pull_request", 'echo "A=$X" >> "$GITHUB_ENV"') },
    { name: "another file", text: run("pull_request_target", 'echo "A=$X" >> "$GITHUB_OUTPUT"') },
  ],
  fail: [
    {
      name: "the value of a variable",
      text: run("pull_request_target", 'echo "A=$X" >> "$GITHUB_ENV"'),
      findings: [
        {
          at: "7:26-7:39",
          problem: "computed",
          message:
            "What is written to $GITHUB_ENV is computed, and anyone can cause pull_request_target: it may set any variable of later steps.",
        },
      ],
      fixed: null,
    },
    {
      name: "what a command prints",
      text: run("workflow_run", "cat folder.txt >> $GITHUB_PATH"),
      findings: [{ at: "7:29-7:41", problem: "computed" }],
      fixed: null,
    },
  ],
};
