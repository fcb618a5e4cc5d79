import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "no platform", text: "FROM alpine:3.20\n" },
    { name: "the platform of the builder", text: "FROM --platform=$BUILDPLATFORM golang:1.23\n" },
    { name: "a default in braces", text: "FROM --platform=${TARGETPLATFORM:-linux/amd64} alpine:3.20\n" },
  ],
  fail: [
    {
      name: "a plain variable",
      text: "FROM --platform=$TARGETPLATFORM alpine:3.20\n",
      findings: [
        {
          at: "1:6-1:32",
          problem: "redundant",
          message: "Platform is the one that FROM takes anyhow: leave the flag out.",
        },
      ],
      fixed: "FROM alpine:3.20\n",
      safety: "safe",
    },
    {
      name: "a variable in braces",
      text: "FROM --platform=${TARGETPLATFORM} alpine:3.20 AS base\n",
      findings: [{ at: "1:6-1:34", problem: "redundant" }],
      fixed: "FROM alpine:3.20 AS base\n",
    },
  ],
};
