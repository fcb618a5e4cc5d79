import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "at the top", text: "# syntax=docker/dockerfile:1\n# escape=`\nFROM alpine:3.20\n" },
    {
      name: "comments with an equals sign",
      text: "FROM alpine:3.20\n# check = the result\n# escape=the room\n# version=1\n# synta = x y\n",
    },
  ],
  fail: [
    {
      name: "below a comment",
      text: "# The image of the web server.\n# syntax=docker/dockerfile:1\nFROM alpine:3.20\n",
      findings: [
        {
          at: "2:3-2:9",
          problem: "tooLate",
          message: 'Directive "syntax" has no effect, since something else than a directive stands above it.',
        },
      ],
      fixed: null,
    },
    {
      name: "misspelled, and below the first instruction",
      text: "#syntx = docker/dockerfile:1\nFROM alpine:3.20\n# check=skip=all\n",
      findings: [
        {
          at: "1:2-1:7",
          problem: "misspelled",
          message: 'Directive "syntx" has no effect, since it is misspelled; "syntax" may be meant.',
        },
        { at: "3:3-3:8", problem: "tooLate" },
      ],
      fixed: null,
    },
  ],
};
