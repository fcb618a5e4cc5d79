import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "numbers of their own",
      text: "FROM debian:12\nRUN groupadd -g 1001 app && useradd -u 1001 -g 1001 app && useradd -u 1002 b\n",
    },
    {
      name: "the same number in a stage that is only copied from",
      text: "FROM debian:12 AS build\nRUN useradd -u 1001 a\nFROM debian:12\nRUN useradd -u 1001 a\n",
    },
  ],
  fail: [
    {
      name: "a number that is taken, and one that may be",
      text: "FROM debian:12\nRUN useradd -u 1001 a\nRUN useradd --uid=1001 b && useradd --non-unique -u 5 c\n",
      findings: [
        {
          at: "3:19-3:23",
          problem: "taken",
          message: "Number 1001 belongs to another user already, so both own the same files.",
        },
        { at: "3:53-3:54", problem: "notUnique" },
      ],
      fixed: null,
    },
    {
      name: "root by another name",
      text: "FROM debian:12\nRUN groupadd -g 0 admins && useradd -o -u 0 toor\n",
      findings: [
        {
          at: "2:17-2:18",
          problem: "root",
          message: "New group gets number 0, which is root by another name.",
        },
        { at: "2:43-2:44", problem: "root" },
      ],
      fixed: null,
    },
  ],
};
