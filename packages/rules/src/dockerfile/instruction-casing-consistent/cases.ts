import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "upper case", text: "FROM alpine:3.20\nCOPY a b\n" },
    { name: "lower case", text: "from alpine:3.20\ncopy a b\n" },
  ],
  fail: [
    {
      name: "a mixed keyword",
      text: "From alpine:3.20 AS base\nFROM base\n",
      findings: [
        {
          at: "1:1-1:5",
          problem: "otherCase",
          message: 'Instruction "From" is written in another case than the rest: write "FROM".',
        },
      ],
      fixed: "FROM alpine:3.20 AS base\nFROM base\n",
      safety: "safe",
    },
    {
      name: "upper case among lower case",
      text: "from alpine:3.20\nCOPY a b\ncopy c d\nRun x\n",
      findings: [
        { at: "2:1-2:5", problem: "otherCase" },
        { at: "4:1-4:4", problem: "otherCase" },
      ],
      fixed: "from alpine:3.20\ncopy a b\ncopy c d\nrun x\n",
    },
  ],
};
