import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "an image from scratch", text: "FROM scratch AS base\n" },
    { name: "a name that holds the word", text: "FROM alpine:3.20 AS from-scratch\n" },
  ],
  fail: [
    {
      name: "both names",
      text: "FROM alpine:3.20 AS scratch\nFROM alpine:3.20 AS context\n",
      findings: [
        {
          at: "1:21-1:28",
          problem: "reserved",
          message: 'Stage name "scratch" means something else to the builder.',
        },
        { at: "2:21-2:28", problem: "reserved" },
      ],
      fixed: null,
    },
    {
      name: "in upper case",
      text: "FROM alpine:3.20 AS SCRATCH\n",
      findings: [{ at: "1:21-1:28", problem: "reserved" }],
      fixed: null,
    },
  ],
};
