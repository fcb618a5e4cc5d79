import type { RuleCases } from "@plimsoll/core";

const steps = (text: string): string => `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n${text}`;

export const cases: RuleCases = {
  pass: [
    {
      name: "a version of today",
      text: steps("      - uses: actions/checkout@v6\n      - uses: other/checkout@v1\n"),
    },
    {
      name: "a commit, whose version nobody knows",
      text: steps("      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683\n"),
    },
  ],
  fail: [
    {
      name: "an old version",
      text: steps("      - uses: actions/checkout@v2\n      - uses: Actions/Cache@v3.1.0\n"),
      findings: [
        {
          at: "6:32-6:34",
          problem: "tooOld",
          message:
            "actions/checkout at v2 is for a Node that runners give up; the oldest version to use is v4.",
        },
        { at: "7:29-7:35", problem: "tooOld" },
      ],
      fixed: null,
    },
    {
      name: "an input that the action gave up",
      text: steps(
        "      - uses: pypa/gh-action-pypi-publish@release/v1\n        with:\n          packages_dir: x\n",
      ),
      findings: [{ at: "8:11-8:23", problem: "oldInput" }],
      fixed: steps(
        "      - uses: pypa/gh-action-pypi-publish@release/v1\n        with:\n          packages-dir: x\n",
      ),
    },
  ],
};
