import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "one in each stage", text: 'FROM alpine:3.20 AS a\nCMD ["a"]\nFROM a\nCMD ["b"]\n' },
    { name: "with an ENTRYPOINT", text: 'FROM alpine:3.20\nENTRYPOINT ["a"]\nCMD ["b"]\n' },
  ],
  fail: [
    {
      name: "two",
      text: 'FROM alpine:3.20\nCMD ["a"]\nEXPOSE 8080\nCMD ["b"]\n',
      findings: [
        {
          at: "2:1-2:4",
          problem: "overridden",
          message: "CMD has no effect, since a later one of this stage replaces it.",
        },
      ],
      fixed: 'FROM alpine:3.20\nEXPOSE 8080\nCMD ["b"]\n',
      safety: "safe",
    },
    {
      name: "three, one over several lines with a comment, in a stage that is not the last",
      text: "FROM alpine:3.20 AS a\nCMD a \\\n  # why\n  b\nCMD c\nCMD d\nFROM alpine:3.20\n",
      findings: [
        { at: "2:1-2:4", problem: "overridden" },
        { at: "5:1-5:4", problem: "overridden" },
      ],
      fixed: "FROM alpine:3.20 AS a\nCMD a \\\n  # why\n  b\nCMD d\nFROM alpine:3.20\n",
      remains: true,
    },
  ],
};
