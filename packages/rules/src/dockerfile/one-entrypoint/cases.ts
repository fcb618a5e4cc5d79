import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "one in each stage",
      text: 'FROM alpine:3.20 AS a\nENTRYPOINT ["a"]\nFROM a\nENTRYPOINT ["b"]\n',
    },
    { name: "none", text: "FROM alpine:3.20\n" },
  ],
  fail: [
    {
      name: "two",
      text: 'FROM alpine:3.20\nENTRYPOINT ["a"]\nENTRYPOINT ["b"]',
      findings: [
        {
          at: "2:1-2:11",
          problem: "overridden",
          message: "ENTRYPOINT has no effect, since a later one of this stage replaces it.",
        },
      ],
      fixed: 'FROM alpine:3.20\nENTRYPOINT ["b"]',
      safety: "safe",
    },
    {
      name: "in a stage that is not the last",
      text: 'FROM alpine:3.20 AS a\nENTRYPOINT ["a"]\nCMD ["c"]\nENTRYPOINT ["b"]\nFROM a\n',
      findings: [{ at: "2:1-2:11", problem: "overridden" }],
      fixed: 'FROM alpine:3.20 AS a\nCMD ["c"]\nENTRYPOINT ["b"]\nFROM a\n',
    },
  ],
};
