import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "by name", text: "FROM alpine:3.20 AS build\nFROM scratch\nCOPY --from=build /a /\n" },
    { name: "a number of no stage, which another rule reports", text: "FROM scratch\nCOPY --from=3 /a /\n" },
  ],
  fail: [
    {
      name: "the number of a stage that has a name",
      text: "FROM alpine:3.20 AS build\nFROM scratch\nCOPY --from=0 /a /\n",
      findings: [
        {
          at: "3:13-3:14",
          problem: "byNumber",
          message: "Stage 0 is meant by its number, which changes when a stage is put in above.",
        },
      ],
      fixed: "FROM alpine:3.20 AS build\nFROM scratch\nCOPY --from=build /a /\n",
      safety: "safe",
    },
    {
      name: "the number of a stage without a name",
      text: "FROM golang:1.23\nFROM scratch\nCOPY --from=0 --chmod=755 /a /\n",
      findings: [{ at: "3:13-3:14", problem: "byNumber" }],
      fixed: "FROM golang:1.23 AS stage-0\nFROM scratch\nCOPY --from=stage-0 --chmod=755 /a /\n",
    },
  ],
};
