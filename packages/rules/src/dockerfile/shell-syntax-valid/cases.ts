import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "well-formed scripts",
      text: "FROM alpine:3.20\nRUN if [ -f x ]; then a; fi && { b; c; } && find . -exec rm {} + && echo } && X=1\n",
    },
    {
      name: "names of files that hold brackets",
      text: "FROM alpine:3.20\nRUN ls [a-z]* && [a] && d e=f '}'\n",
    },
    {
      name: "another shell",
      text: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell"]\nRUN if ($x) { a }\n',
    },
  ],
  fail: [
    {
      name: "missing spaces",
      text: "FROM alpine:3.20\nRUN [-f x ] && a; [ -f x] && b\n",
      findings: [
        {
          at: "2:5-2:8",
          problem: "noSpace",
          message: 'A space is missing in "[-f", so the shell looks for a program of that name.',
        },
        {
          at: "2:24-2:26",
          problem: "noSpaceBefore",
          message: 'A space is missing before the closing bracket of "x]".',
        },
      ],
      fixed: "FROM alpine:3.20\nRUN [ -f x ] && a; [ -f x ] && b\n",
      safety: "safe",
    },
    {
      name: "spaces that do not belong there, and a brace without a semicolon",
      text: "FROM alpine:3.20\nRUN X = 1 && f a }\nRUN [ -f x && a\n",
      findings: [
        { at: "2:7-2:8", problem: "spacedAssignment" },
        { at: "2:18-2:19", problem: "literalBrace" },
        { at: "3:10-3:11", problem: "notClosed", message: "Test has no closing bracket." },
      ],
      fixed: null,
    },
    {
      name: "an assignment to a name with a dollar sign",
      text: "FROM alpine:3.20\nRUN $VERSION=1 && make\n",
      findings: [
        {
          at: "2:5-2:15",
          problem: "dollarAssignment",
          message: 'Variable is not set by "$VERSION=1": its name stands without "$".',
        },
      ],
      fixed: "FROM alpine:3.20\nRUN VERSION=1 && make\n",
      safety: "safe",
    },
    {
      name: "scripts that no shell can read",
      text: 'FROM alpine:3.20\nRUN a &; b\nRUN if a; then b\nRUN echo "c\n',
      findings: [
        { at: "2:8-2:9", problem: "unreadable" },
        { at: "3:17-3:17", problem: "unreadable" },
        { at: "4:10-4:11", problem: "unreadable" },
      ],
      fixed: null,
    },
  ],
};
