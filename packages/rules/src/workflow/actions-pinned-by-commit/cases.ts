import type { RuleCases } from "@plimsoll/core";

const steps = (uses: string): string =>
  `on: push\njobs:\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: ${uses}\n`;

export const cases: RuleCases = {
  pass: [
    {
      name: "a full commit",
      text: steps("actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2"),
    },
    {
      name: "an action of the same repository, and an image",
      text: `${steps("./actions/build")}      - uses: docker://alpine:3.20\n`,
    },
    {
      name: "an account that is trusted",
      text: steps("Our-Org/build@v1"),
      options: { trustedOwners: ["our-org"] },
    },
  ],
  fail: [
    {
      name: "a tag",
      text: steps("actions/checkout@v4"),
      findings: [
        {
          at: "6:32-6:34",
          problem: "notPinned",
          message:
            'actions/checkout is taken at "v4", which its owner can move to other code; name the full commit.',
        },
      ],
      fixed: null,
    },
    {
      name: "a reusable workflow of another repository, and a short commit",
      text: `on: push\njobs:\n  scan:\n    uses: org/factory/.github/workflows/scan.yaml@main\n  build:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: "org/build@11bd719"\n`,
      findings: [
        { at: "4:51-4:55", problem: "notPinned" },
        { at: "8:26-8:33", problem: "notPinned" },
      ],
      fixed: null,
    },
    {
      name: "in a composite action",
      path: "build/action.yaml",
      text: "runs:\n  using: composite\n  steps:\n    - uses: org/build@v1\n",
      findings: [{ at: "4:23-4:25", problem: "notPinned" }],
      fixed: null,
    },
  ],
};
