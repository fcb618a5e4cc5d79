import type { RuleCases } from "@plimsoll/core";

const steps = (uses: string): string =>
  `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ${uses}\n`;

export const cases: RuleCases = {
  pass: [{ name: "an action that is maintained", text: steps("actions/setup-node@v4") }],
  fail: [
    {
      name: "an archived one",
      text: steps("actions-rs/toolchain@v1"),
      findings: [
        {
          at: "6:15-6:38",
          problem: "archived",
          message:
            "actions-rs/toolchain is archived and gets no more fixes; the command rustup does its work.",
        },
      ],
      fixed: null,
    },
    {
      name: "one without an heir, in other letters",
      text: steps("Facebook/Pysa-Action@v1"),
      findings: [
        {
          at: "6:15-6:38",
          problem: "archived",
          message: "Facebook/Pysa-Action is archived and gets no more fixes.",
        },
      ],
      fixed: null,
    },
  ],
};
