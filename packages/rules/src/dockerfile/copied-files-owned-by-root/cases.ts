import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "no owner", text: "FROM python:3.12\nCOPY app /app\n" },
    {
      name: "root, with another group",
      text: "FROM python:3.12\nCOPY --chown=root:app app /app\nADD --chown=0 b /b\n",
    },
  ],
  fail: [
    {
      name: "the user that runs the program",
      text: "FROM python:3.12\nCOPY --chown=patrick:patrick app /app\n",
      findings: [
        {
          at: "2:6-2:29",
          problem: "handedOver",
          message:
            'Files are handed to "patrick:patrick", so a program that runs as that user can change them.',
        },
      ],
      fixed: "FROM python:3.12\nCOPY app /app\n",
    },
    {
      name: "a number, after another flag",
      text: "FROM python:3.12 AS build\nFROM python:3.12\nCOPY --from=build --chown=1001 \\\n  /app /app\n",
      findings: [{ at: "3:19-3:31", problem: "handedOver" }],
      fixed: "FROM python:3.12 AS build\nFROM python:3.12\nCOPY --from=build \\\n  /app /app\n",
    },
  ],
};
