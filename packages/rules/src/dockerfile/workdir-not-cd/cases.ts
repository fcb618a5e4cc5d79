import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "WORKDIR", text: "FROM alpine:3.20\nWORKDIR /app\nRUN make\n" },
    {
      name: "in the middle of a step, in a subshell, and when the image runs",
      text: "FROM alpine:3.20\nRUN make && cd /x && make\nRUN (cd /y && make)\nCMD cd /z && run\n",
    },
    { name: "a folder that may not be there", text: "FROM alpine:3.20\nRUN cd /x || exit 0\n" },
  ],
  fail: [
    {
      name: "alone",
      text: "FROM alpine:3.20\nRUN cd /usr/share/nginx/html\n",
      findings: [
        {
          at: "2:5-2:7",
          problem: "alone",
          message:
            'Command "cd /usr/share/nginx/html" has no effect, since it ends with its RUN: write WORKDIR.',
          severity: "warning",
        },
      ],
      fixed: "FROM alpine:3.20\nWORKDIR /usr/share/nginx/html\n",
    },
    {
      name: "at the start of a step",
      text: 'FROM alpine:3.20\nRUN cd /app && \\\n    make\nRUN cd "$X"; make\n',
      findings: [
        {
          at: "2:5-2:7",
          problem: "cd",
          message: 'Step enters "/app" by itself: WORKDIR does so for all steps that follow.',
        },
        { at: "4:5-4:7", problem: "cd" },
      ],
      fixed: 'FROM alpine:3.20\nWORKDIR /app\nRUN make\nRUN cd "$X"; make\n',
      remains: true,
    },
  ],
};
