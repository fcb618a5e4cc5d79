import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "one in each stage",
      text: "FROM alpine:3.20 AS a\nHEALTHCHECK CMD a\nFROM a\nHEALTHCHECK --interval=5s CMD b\n",
    },
    { name: "none", text: "FROM alpine:3.20\n" },
  ],
  fail: [
    {
      name: "two",
      text: "FROM alpine:3.20\nHEALTHCHECK CMD a\nHEALTHCHECK --interval=5s CMD b\n",
      findings: [
        {
          at: "2:1-2:12",
          problem: "overridden",
          message: "HEALTHCHECK has no effect, since a later one of this stage replaces it.",
        },
      ],
      fixed: "FROM alpine:3.20\nHEALTHCHECK --interval=5s CMD b\n",
      safety: "safe",
    },
    {
      name: "one that NONE switches off",
      text: "FROM alpine:3.20\nHEALTHCHECK CMD a\nEXPOSE 8080\nHEALTHCHECK NONE\n",
      findings: [{ at: "2:1-2:12", problem: "overridden" }],
      fixed: "FROM alpine:3.20\nEXPOSE 8080\nHEALTHCHECK NONE\n",
    },
  ],
};
