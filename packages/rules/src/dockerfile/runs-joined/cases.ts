import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "something between them", text: "FROM alpine:3.20\nRUN a\nCOPY x y\nRUN b\n" },
    {
      name: "other mounts, and JSON form",
      text: 'FROM alpine:3.20\nRUN a\nRUN --mount=type=cache,target=/x b\nRUN ["c"]\n',
    },
    {
      name: "a stage that is only copied from",
      text: "FROM alpine:3.20 AS build\nRUN a\nRUN b\nFROM alpine:3.20\nRUN c\n",
    },
    {
      name: "the last step of one stage and the first of the next",
      text: "FROM alpine:3.20 AS base\nRUN a\nFROM base\nRUN b\n",
    },
  ],
  fail: [
    {
      name: "three steps",
      text: "FROM alpine:3.20\nRUN a\nRUN b \\\n  c\nRUN d\n",
      findings: [
        {
          at: "3:1-3:4",
          problem: "consecutive",
          message: "RUN follows another RUN, so the image gets a layer more: join them with &&.",
        },
        { at: "5:1-5:4", problem: "consecutive" },
      ],
      fixed: "FROM alpine:3.20\nRUN a && \\\n    b \\\n  c && \\\n    d\n",
    },
    {
      name: "steps that would change when they are joined",
      text: "FROM alpine:3.20\nRUN cd /x && a\nRUN b\n# why\nRUN c; d\nRUN e || f\n",
      findings: [
        { at: "3:1-3:4", problem: "consecutive" },
        { at: "5:1-5:4", problem: "consecutive" },
        { at: "6:1-6:4", problem: "consecutive" },
      ],
      fixed: null,
    },
  ],
};
