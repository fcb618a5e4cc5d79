import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "one of them", text: "FROM debian:12\nRUN curl https://a.mil && curl https://b.mil\n" },
    {
      name: "each in a stage of its own",
      text: "FROM debian:12 AS a\nRUN curl https://a.mil\nFROM debian:12\nRUN wget https://b.mil\n",
    },
    {
      name: "a package that is installed only",
      text: "FROM debian:12\nRUN apt-get install -y wget && curl https://a.mil\n",
    },
  ],
  fail: [
    {
      name: "both",
      text: "FROM debian:12\nRUN wget https://a.mil\nRUN curl https://b.mil && curl https://c.mil\n",
      findings: [
        {
          at: "2:5-2:9",
          problem: "both",
          message: 'Program "wget" downloads here, although this stage has "curl" for it.',
        },
      ],
      fixed: null,
    },
    {
      name: "one in the stage below, and more of the other",
      text: "FROM debian:12 AS base\nRUN wget https://a.mil\nFROM base\nRUN curl https://b.mil\nFROM debian:12\nRUN wget a && wget b && curl c\n",
      findings: [
        { at: "4:5-4:9", problem: "both" },
        { at: "6:25-6:29", problem: "both" },
      ],
      fixed: null,
    },
  ],
};
