import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "$( )", text: "FROM alpine:3.20\nRUN a=$(b) && echo \"$(c)\" '`d`' \\`\n" },
    {
      name: "PowerShell, whose escape it is",
      text: 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nSHELL ["powershell"]\nRUN a `b`\n',
    },
  ],
  fail: [
    {
      name: "in a word, in quotes and in an assignment",
      text: 'FROM alpine:3.20\nRUN a=`b c` && echo x-`uname -m` "`d`"\n',
      findings: [
        {
          at: "2:7-2:12",
          problem: "backticks",
          message: "Backticks cannot be nested and are easily taken for quotes: write $( ).",
        },
        { at: "2:23-2:33", problem: "backticks" },
        { at: "2:35-2:38", problem: "backticks" },
      ],
      fixed: 'FROM alpine:3.20\nRUN a=$(b c) && echo x-$(uname -m) "$(d)"\n',
      safety: "safe",
    },
    {
      name: "with escapes, and in a string of another shell",
      text: "FROM alpine:3.20\nRUN echo `a \\`b\\``\nRUN bash -c 'echo `c`'\n",
      findings: [
        { at: "2:10-2:19", problem: "backticks" },
        { at: "2:13-2:18", problem: "backticks" },
        { at: "3:19-3:22", problem: "backticks" },
      ],
      fixed: null,
    },
  ],
};
