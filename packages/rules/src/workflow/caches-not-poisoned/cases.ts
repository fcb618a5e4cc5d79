import type { RuleCases } from "@plimsoll/core";

const steps = (on: string, text: string): string =>
  `on: ${on}\njobs:\n  a:\n    runs-on: x\n    steps:\n${text}`;

export const cases: RuleCases = {
  pass: [
    { name: "a build of a branch", text: steps("push", "      - uses: actions/cache@v4\n") },
    {
      name: "a release without caches",
      text: steps(
        "release",
        "      - uses: actions/setup-go@v5\n        with: {cache: false}\n      - uses: actions/setup-node@v4\n",
      ),
    },
  ],
  fail: [
    {
      name: "a release",
      text: steps(
        "{release: {types: [published]}}",
        "      - uses: actions/cache@v4\n      - uses: actions/setup-node@v4\n        with: {cache: npm}\n",
      ),
      findings: [
        {
          at: "6:15-6:31",
          problem: "restored",
          message: "actions/cache restores what another run saved, and this run builds what is released.",
        },
        { at: "7:15-7:36", problem: "restored" },
      ],
      fixed: null,
    },
    {
      name: "tags, and a step that publishes",
      text: steps("{push: {tags: ['v*']}}", "      - uses: actions/setup-go@v5\n"),
      findings: [{ at: "6:15-6:34", problem: "restored" }],
      fixed: null,
    },
    {
      name: "a job that publishes",
      text: steps(
        "push",
        "      - uses: actions/setup-go@v5\n      - uses: goreleaser/goreleaser-action@v6\n",
      ),
      findings: [{ at: "6:15-6:34", problem: "restored" }],
      fixed: null,
    },
  ],
};
