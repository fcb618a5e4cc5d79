import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "what a program needs",
      text: "FROM alpine:3.20\nRUN apk add --no-cache ca-certificates tzdata libpq curl\n",
    },
    {
      name: "tools of a builder stage",
      text: "FROM alpine:3.20 AS build\nRUN apk add gcc make git\nFROM alpine:3.20\nCOPY --from=build /app /app\n",
    },
    {
      name: "taken away again in the same RUN",
      text: "FROM alpine:3.20\nRUN apk add --no-cache --virtual .deps gcc musl-dev && make && apk del .deps\n",
    },
    {
      name: "purged again by name",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y gcc libc6-dev && make && apt-get purge -y --auto-remove gcc libc6-dev\n",
    },
    {
      name: "marked and purged",
      text: "FROM debian:12\nRUN apt-get install -y gcc; make; apt-mark auto '.*' > /dev/null; apt-get purge -y --auto-remove\n",
    },
    {
      name: "allowed by name",
      text: "FROM alpine:3.20\nRUN apk add --no-cache git\n",
      options: { allowed: ["git"] },
    },
    { name: "packages of a language", text: "FROM node:20\nRUN npm install -g make\n" },
  ],
  fail: [
    {
      name: "compiler, editor, debugger and more",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y --no-install-recommends \\\n    ca-certificates \\\n    gcc=4:12.2.0-3 \\\n    vim git sudo libpq-dev:amd64\nRUN apt-get install -y strace netcat-openbsd\n",
      findings: [
        {
          at: "4:5-4:19",
          problem: "unneeded",
          message:
            'Package "gcc" is a compiler or build tool and stays in the image: install it in a builder stage, or not at all.',
        },
        { at: "5:5-5:8", problem: "unneeded" },
        { at: "5:9-5:12", problem: "unneeded" },
        { at: "5:13-5:17", problem: "unneeded" },
        { at: "5:18-5:33", problem: "unneeded" },
        { at: "6:24-6:30", problem: "unneeded" },
        { at: "6:31-6:45", problem: "unneeded" },
      ],
      fixed: null,
    },
    {
      name: "removed in another layer, which still has it",
      text: "FROM fedora:40\nRUN dnf install -y gcc\nRUN dnf remove -y gcc\n",
      findings: [{ at: "2:20-2:23", problem: "unneeded" }],
      fixed: null,
    },
    {
      name: "in a stage that the last one builds on, in JSON form",
      text: 'FROM alpine:3.20 AS base\nRUN ["apk", "add", "tcpdump"]\nFROM base\nUSER 1001\n',
      findings: [{ at: "2:20-2:29", problem: "unneeded" }],
      fixed: null,
    },
  ],
};
