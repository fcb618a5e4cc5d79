import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "an absolute target", text: "FROM alpine:3.20\nCOPY a /app/\n" },
    { name: "a WORKDIR above", text: "FROM alpine:3.20\nWORKDIR /app\nCOPY . .\n" },
    {
      name: "a WORKDIR of the stage below",
      text: "FROM alpine:3.20 AS base\nWORKDIR /app\nFROM base\nCOPY . .\n",
    },
    { name: "a variable that is not known", text: "FROM alpine:3.20\nCOPY a ${APP_HOME}/\n" },
    {
      name: "a path of Windows",
      text: "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCOPY a C:/app/\n",
    },
  ],
  fail: [
    {
      name: "no WORKDIR",
      text: "FROM alpine:3.20\nCOPY . .\n",
      findings: [
        {
          at: "2:8-2:9",
          problem: "relative",
          message:
            'Target "." is relative and no WORKDIR stands above, so the base image decides where it lies.',
        },
      ],
      fixed: null,
    },
    {
      name: "a WORKDIR further down, and one of a stage that is only copied from",
      text: 'FROM alpine:3.20 AS build\nWORKDIR /src\nFROM alpine:3.20\nADD ["a", "app/"]\nWORKDIR /app\n',
      findings: [{ at: "4:11-4:17", problem: "relative" }],
      fixed: null,
    },
  ],
};
