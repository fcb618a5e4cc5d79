import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "stages that build on each other",
      text: "FROM alpine:3.20 AS a\nFROM a AS b\nCOPY --from=a /x /\n",
    },
    {
      name: "a stage further down that needs nothing",
      text: "FROM alpine:3.20 AS a\nCOPY --from=b /x /\nFROM alpine:3.20 AS b\n",
    },
  ],
  fail: [
    {
      name: "two stages that copy from each other",
      text: "FROM alpine:3.20 AS a\nCOPY --from=b /x /\nFROM alpine:3.20 AS b\nCOPY --from=a /y /\n",
      findings: [
        {
          at: "2:13-2:14",
          problem: "circular",
          message: 'Stage "b" is needed here and needs this stage itself, so neither can be built.',
        },
      ],
      fixed: null,
    },
    {
      name: "three, by FROM, COPY and a mount",
      text: "FROM alpine:3.20 AS a\nRUN --mount=from=c,target=/c make\nFROM a AS b\nFROM alpine:3.20 AS c\nCOPY --from=b /y /\n",
      findings: [{ at: "2:18-2:19", problem: "circular" }],
      fixed: null,
    },
  ],
};
