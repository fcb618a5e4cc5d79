import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "upper case", text: "FROM alpine:3.20 AS base\n" },
    { name: "lower case", text: "from alpine:3.20 as base\n" },
    { name: "no name", text: "from alpine:3.20\n" },
  ],
  fail: [
    {
      name: "lower after upper case",
      text: "FROM alpine:3.20 as base\n",
      findings: [
        {
          at: "1:18-1:20",
          problem: "otherCase",
          message: 'Keyword "AS" is written in another case than its FROM.',
        },
      ],
      fixed: "FROM alpine:3.20 AS base\n",
      safety: "safe",
    },
    {
      name: "upper after lower case",
      text: "from alpine:3.20 AS base\n",
      findings: [{ at: "1:18-1:20", problem: "otherCase" }],
      fixed: "from alpine:3.20 as base\n",
    },
  ],
};
