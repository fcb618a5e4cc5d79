import type { RuleCases } from "@plimsoll/core";

const ASKED = "# check=experimental=InvalidDefinitionDescription\n";

export const cases: RuleCases = {
  pass: [
    { name: "a file that does not ask for it", text: "# where we start\nARG foo=bar\nFROM alpine:3.20\n" },
    {
      name: "descriptions",
      text: `${ASKED}# foo is the foo\nARG foo=bar\n# base is the base image\nFROM scratch AS base\n# baz is one of them\nARG foo=baz bar=qux baz=quux\n#\nARG bit=bat\n# something else\nCOPY a b\n`,
    },
    {
      name: "an empty line between them",
      text: `${ASKED}# something else\n\nARG foo=bar\nFROM alpine:3.20\n`,
    },
  ],
  fail: [
    {
      name: "comments that start otherwise",
      text: `${ASKED}# bar is the bar\nARG foo=bar\n# BasE is the base image\nFROM scratch AS base\n`,
      findings: [
        {
          at: "3:1-3:4",
          problem: "notDescribed",
          message: 'Comment above ARG describes nothing: it must start with "foo".',
        },
        { at: "5:1-5:5", problem: "notDescribed" },
      ],
      fixed: null,
    },
    {
      name: "every file, by an option",
      text: "# where we start\r\nARG a=1 b=2\r\nFROM alpine:3.20\r\n",
      options: { always: true },
      findings: [
        {
          at: "2:1-2:4",
          problem: "notDescribed",
          message: 'Comment above ARG describes nothing: it must start with "a" or "b".',
        },
      ],
      fixed: null,
    },
  ],
};
