import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "lines that follow each other", text: "FROM alpine:3.20\nCOPY a \\\n  b\n\nRUN x\n" },
    { name: "a comment between them", text: "FROM alpine:3.20\nRUN a && \\\n  # why\n  b\n" },
  ],
  fail: [
    {
      name: "an empty line",
      text: "FROM alpine:3.20\nCOPY a \\\n\n  b\n",
      findings: [
        {
          at: "3:1-3:1",
          problem: "emptyLine",
          message:
            "Empty line stands inside COPY: the builder skips it now and will end the instruction there.",
        },
      ],
      fixed: "FROM alpine:3.20\nCOPY a \\\n  b\n",
      safety: "safe",
    },
    {
      name: "two, one of blanks, in a file of Windows",
      text: "FROM alpine:3.20\r\nRUN a && \\\r\n  \r\n  b && \\\r\n\r\n  c\r\n",
      findings: [
        { at: "3:1-3:3", problem: "emptyLine" },
        { at: "5:1-5:1", problem: "emptyLine" },
      ],
      fixed: "FROM alpine:3.20\r\nRUN a && \\\r\n  b && \\\r\n  c\r\n",
    },
  ],
};
