import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "quotes and escapes",
      text: "FROM alpine:3.20\nRUN find / -name '*.pyc' -o -iname \"*.pyo\" -o -path \\*/x -delete\n",
    },
    {
      name: "no pattern, and no shell",
      text: 'FROM alpine:3.20\nRUN find / -name core && ls *.c\nRUN ["find", "/", "-name", "*.pyc"]\n',
    },
  ],
  fail: [
    {
      name: "a pattern",
      text: "FROM alpine:3.20\nRUN find / -name *.pyc -delete\n",
      findings: [
        {
          at: "2:18-2:23",
          problem: "notQuoted",
          message:
            'Pattern "*.pyc" is not quoted, so the shell may put names of files in before find sees it.',
        },
      ],
      fixed: "FROM alpine:3.20\nRUN find / -name '*.pyc' -delete\n",
      safety: "safe",
    },
    {
      name: "with a variable, and in a string",
      text: "FROM alpine:3.20\nRUN find . -iname $x*.o && sh -c 'find -path */y'\n",
      findings: [
        { at: "2:19-2:24", problem: "notQuoted" },
        { at: "2:46-2:49", problem: "notQuoted" },
      ],
      fixed: "FROM alpine:3.20\nRUN find . -iname \"$x*.o\" && sh -c 'find -path */y'\n",
      remains: true,
    },
  ],
};
