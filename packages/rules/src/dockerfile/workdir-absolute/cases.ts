import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "absolute paths",
      text: 'FROM alpine:3.20\nWORKDIR /app\nWORKDIR "/app/x"\nWORKDIR c:\\\\windows\nWORKDIR /\n',
    },
    {
      name: "variables that are not known",
      text: "FROM alpine:3.20\nENV DIR=/path\nWORKDIR $DIR/$NAME\nWORKDIR ${HOME_OF_APP}/bin\n",
    },
  ],
  fail: [
    {
      name: "below another one",
      text: 'FROM alpine:3.20\nWORKDIR /path/to\nWORKDIR app/\nWORKDIR "../lib"\n',
      findings: [
        {
          at: "3:9-3:13",
          problem: "relative",
          message: 'WORKDIR "app/" is relative, so where it leads depends on what stands above it.',
        },
        { at: "4:9-4:17", problem: "relative" },
      ],
      fixed: "FROM alpine:3.20\nWORKDIR /path/to\nWORKDIR /path/to/app\nWORKDIR /path/to/lib\n",
      safety: "safe",
    },
    {
      name: "the first one, on an image whose folder is not known",
      text: "FROM alpine:3.20\nWORKDIR path/to/app\n",
      findings: [{ at: "2:9-2:20", problem: "relative" }],
      fixed: null,
    },
    {
      name: "the first one, from scratch, out of a variable",
      text: "FROM scratch\nENV DIR=app\nWORKDIR $DIR\n",
      findings: [{ at: "3:9-3:13", problem: "relative" }],
      fixed: "FROM scratch\nENV DIR=app\nWORKDIR /app\n",
    },
  ],
};
