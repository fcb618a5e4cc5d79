import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "arrays", text: 'FROM alpine:3.20\nENTRYPOINT ["app"]\nCMD ["-v"]\n' },
    {
      name: "a shell that is chosen on purpose",
      text: 'FROM alpine:3.20\nSHELL ["/bin/bash", "-c"]\nCMD app $X\n',
    },
    { name: "exec, after which the program gets the signals", text: "FROM alpine:3.20\nCMD exec app $X\n" },
    {
      name: "a stage that is only copied from",
      text: "FROM golang:1.23 AS build\nCMD [go, test]\nFROM alpine:3.20\nCOPY --from=build /a /\n",
    },
    { name: "a check of health", text: "FROM alpine:3.20\nHEALTHCHECK CMD curl http://localhost\n" },
  ],
  fail: [
    {
      name: "shell form",
      text: "FROM alpine:3.20\nENTRYPOINT app --port 8080\nCMD ./start $X && wait\n",
      findings: [
        {
          at: "2:1-2:11",
          problem: "shellForm",
          message: "ENTRYPOINT is run by a shell, which does not pass signals on: write a JSON array.",
        },
        { at: "3:1-3:4", problem: "shellForm" },
      ],
      fixed: 'FROM alpine:3.20\nENTRYPOINT ["app", "--port", "8080"]\nCMD ./start $X && wait\n',
      remains: true,
    },
    {
      name: "arrays that are no JSON",
      text: "FROM alpine:3.20\nCMD [python, /usr/src/app.py]\nENTRYPOINT ['top', \"-b\"]\n",
      findings: [
        {
          at: "2:5-2:30",
          problem: "malformed",
          message: "CMD is no JSON array as it is written, so a shell runs the brackets.",
          severity: "warning",
        },
        { at: "3:12-3:25", problem: "malformed" },
      ],
      fixed: 'FROM alpine:3.20\nCMD ["python", "/usr/src/app.py"]\nENTRYPOINT ["top", "-b"]\n',
    },
    {
      name: "a stage that is a target of its own, and the base of the result",
      text: "FROM alpine:3.20 AS base\nCMD app\nFROM alpine:3.20 AS debug\nCMD debug\nFROM base\n",
      findings: [
        { at: "2:1-2:4", problem: "shellForm" },
        { at: "4:1-4:4", problem: "shellForm" },
      ],
      fixed: 'FROM alpine:3.20 AS base\nCMD ["app"]\nFROM alpine:3.20 AS debug\nCMD ["debug"]\nFROM base\n',
    },
  ],
};
