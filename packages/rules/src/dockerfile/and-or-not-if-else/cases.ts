import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "if and else", text: "FROM alpine:3.20\nRUN if a; then b; else c; fi && d || true\n" },
    {
      name: "what ends the script or cannot fail",
      text: "FROM alpine:3.20\nRUN a && b || exit 1; c && echo d || e; f || g && h\n",
    },
  ],
  fail: [
    {
      name: "a choice",
      text: "FROM alpine:3.20\nRUN [ -f x ] && apk add a || apk add b\n",
      findings: [
        {
          at: "2:30-2:33",
          problem: "notElse",
          message: 'Command "apk" also runs where "apk" fails: a choice takes if and else.',
        },
      ],
      fixed: null,
    },
    {
      name: "after a test of bash, and in a substitution",
      text: 'FROM fedora:40\nRUN [[ -f x ]] && a || b; echo "$(c && d || e)"\n',
      findings: [
        { at: "2:24-2:25", problem: "notElse" },
        { at: "2:45-2:46", problem: "notElse" },
      ],
      fixed: null,
    },
  ],
};
