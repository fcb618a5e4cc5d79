import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "a label", text: 'FROM alpine:3.20\nLABEL org.opencontainers.image.authors="a@example.mil"\n' },
    { name: "neither", text: "FROM alpine:3.20\n" },
  ],
  fail: [
    {
      name: "a name and an address",
      text: "FROM alpine:3.20\nMAINTAINER Jane Doe <jane@example.mil>\n",
      findings: [
        {
          at: "2:1-2:11",
          problem: "maintainer",
          message: "MAINTAINER is deprecated: write LABEL org.opencontainers.image.authors=… instead.",
        },
      ],
      fixed: 'FROM alpine:3.20\nLABEL org.opencontainers.image.authors="Jane Doe <jane@example.mil>"\n',
      safety: "safe",
    },
    {
      name: "in quotes",
      text: 'FROM alpine:3.20\nmaintainer "jane@example.mil"\n',
      findings: [{ at: "2:1-2:11", problem: "maintainer" }],
      fixed: 'FROM alpine:3.20\nLABEL org.opencontainers.image.authors="jane@example.mil"\n',
    },
    {
      name: "with a character that a label reads in another way",
      text: "FROM alpine:3.20\nMAINTAINER J. O'Doe\n",
      findings: [{ at: "2:1-2:11", problem: "maintainer" }],
      fixed: null,
    },
  ],
};
