import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "lower case", text: "FROM alpine:3.20 AS my-base_2\n" },
    { name: "no name", text: "FROM alpine:3.20\n" },
  ],
  fail: [
    {
      name: "a mixed name, which is used in lower case",
      text: "FROM alpine:3.20 AS BadStageName\nFROM scratch\nCOPY --from=badstagename /a /a\n",
      findings: [
        {
          at: "1:21-1:33",
          problem: "upperCase",
          message: 'Stage name "BadStageName" has upper-case letters, which names of images cannot have.',
        },
      ],
      fixed: "FROM alpine:3.20 AS badstagename\nFROM scratch\nCOPY --from=badstagename /a /a\n",
      safety: "safe",
    },
    {
      name: "upper case",
      text: "from alpine:3.20 as BASE\n",
      findings: [{ at: "1:21-1:25", problem: "upperCase" }],
      fixed: "from alpine:3.20 as base\n",
    },
  ],
};
