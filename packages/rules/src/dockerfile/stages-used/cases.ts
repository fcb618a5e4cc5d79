import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a stage that is copied from",
      text: "FROM golang:1.23 AS build\nFROM scratch\nCOPY --from=build /a /\n",
    },
    {
      name: "a stage that is built on, and one that is mounted",
      text: "FROM alpine:3.20 AS base\nFROM base AS tools\nFROM base\nRUN --mount=from=tools,target=/t make\n",
    },
    {
      name: "a target of its own",
      text: "FROM alpine:3.20 AS Test\nFROM alpine:3.20\n",
      options: { targets: ["test"] },
    },
    {
      name: "any named stage as a target",
      text: "FROM alpine:3.20 AS lint\nFROM alpine:3.20\n",
      options: { targets: ["*"] },
    },
  ],
  fail: [
    {
      name: "a stage with a name",
      text: "FROM golang:1.23 AS build\nRUN make\nFROM alpine:3.20\n",
      findings: [
        {
          at: "1:21-1:26",
          problem: "unused",
          message: 'Stage "build" is not part of the image: it is only built where --target asks for it.',
        },
      ],
      fixed: null,
    },
    {
      name: "a stage without one, and what only it needs",
      text: "FROM golang:1.23 AS build\nFROM build\nFROM alpine:3.20\n",
      findings: [
        { at: "1:21-1:26", problem: "unused" },
        { at: "2:6-2:11", problem: "unused" },
      ],
      fixed: null,
    },
  ],
};
