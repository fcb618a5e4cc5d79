import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "plain instructions", text: "FROM alpine:3.20\nRUN echo ONBUILD\n" },
    { name: "in a comment", text: "FROM alpine:3.20\n# ONBUILD RUN make\n" },
  ],
  fail: [
    {
      name: "a command",
      text: "FROM alpine:3.20\nONBUILD RUN make\n",
      findings: [
        {
          at: "2:1-2:8",
          problem: "onbuild",
          message: "ONBUILD runs this RUN in builds of other images, where nobody sees it.",
        },
      ],
      fixed: null,
    },
    {
      name: "several, in any stage and case",
      text: "FROM alpine:3.20 AS base\nonbuild COPY . /src\nONBUILD USER 1001\nFROM scratch\n",
      findings: [
        { at: "2:1-2:8", problem: "onbuild" },
        { at: "3:1-3:8", problem: "onbuild" },
      ],
      fixed: null,
    },
  ],
};
