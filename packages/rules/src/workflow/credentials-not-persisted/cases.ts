import type { RuleCases } from "@plimsoll/core";

const steps = (text: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${text}`;

export const cases: RuleCases = {
  pass: [
    {
      name: "a checkout without a token",
      text: steps("      - uses: actions/checkout@v4\n        with:\n          persist-credentials: false\n"),
    },
    {
      name: "a job that pushes",
      text: steps("      - uses: actions/checkout@v4\n      - run: git push origin main\n"),
    },
  ],
  fail: [
    {
      name: "a checkout as it is by default",
      text: steps("      - uses: actions/checkout@v4\n      - run: make\n"),
      findings: [
        {
          at: "6:15-6:34",
          problem: "persisted",
          severity: "warning",
          message: "The token stays in .git/config, where every later step can read it.",
        },
      ],
      fixed: steps(
        "      - uses: actions/checkout@v4\n        with:\n          persist-credentials: false\n      - run: make\n",
      ),
    },
    {
      name: "and an upload of all of it",
      text: steps(
        "      - uses: actions/checkout@v4\n        with:\n          fetch-depth: 0\n      - uses: actions/upload-artifact@v4\n        with:\n          path: .\n",
      ),
      findings: [{ at: "6:15-6:34", problem: "uploaded", severity: "error" }],
      fixed: steps(
        "      - uses: actions/checkout@v4\n        with:\n          fetch-depth: 0\n          persist-credentials: false\n      - uses: actions/upload-artifact@v4\n        with:\n          path: .\n",
      ),
    },
  ],
};
