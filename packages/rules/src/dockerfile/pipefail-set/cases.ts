import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "no pipe", text: "FROM debian:12\nRUN apt-get update || true\n" },
    {
      name: "SHELL with pipefail",
      text: 'FROM debian:12\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -s https://example.com/a | tar x\n',
    },
    {
      name: "SHELL of the stage that it builds on",
      text: 'FROM debian:12 AS base\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nFROM base\nRUN curl -s https://example.com/a | tar x\n',
    },
    {
      name: "set in the command",
      text: "FROM alpine:3.20\nRUN set -euo pipefail; wget -qO- https://example.com/a | tar x\n",
    },
    {
      name: "set in a heredoc",
      text: "FROM alpine:3.20\nRUN <<EOF\nset -o pipefail\nwget -qO- https://example.com/a | tar x\nEOF\n",
    },
    {
      name: "set for a shell string",
      text: 'FROM debian:12\nRUN ["/bin/bash", "-o", "pipefail", "-c", "curl -s https://example.com/a | tar x"]\n',
    },
    {
      name: "text that cannot fail",
      text: "FROM debian:12\nRUN echo 'a b' | sha256sum -c - && yes | unminimize\n",
    },
    { name: "failing is fine", text: "FROM debian:12\nRUN ls /x | grep y || true\n" },
    { name: "JSON form has no pipes", text: 'FROM debian:12\nRUN ["/bin/cat", "a", "|", "b"]\n' },
    {
      name: "a shell without pipes of this kind",
      text: 'FROM mcr.microsoft.com/powershell:7.4\nSHELL ["pwsh", "-Command"]\nRUN Get-Item a | Remove-Item\n',
    },
  ],
  fail: [
    {
      name: "the default shell on Debian",
      text: "FROM debian:12\nRUN apt-get update\nRUN curl -s https://example.com/a | tar x\nRUN cat a | sort | uniq > b\n",
      findings: [
        {
          at: "3:5-3:9",
          problem: "failureUnseen",
          message: 'Failure of "curl" is not seen, since the shell of this pipe does not have pipefail set.',
        },
        { at: "4:5-4:8", problem: "failureUnseen" },
      ],
      fixed: `FROM debian:12
RUN apt-get update
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -s https://example.com/a | tar x
RUN cat a | sort | uniq > b
`,
    },
    {
      name: "Alpine, after a harmless first command, in two stages",
      text: "FROM golang:1.22-alpine AS build\nRUN a=1; \\\n  wget -qO- https://example.com/a | tar x\nFROM alpine:3.20\nRUN echo x | gpg -d | sh\n",
      findings: [
        { at: "3:3-3:7", problem: "failureUnseen" },
        { at: "5:14-5:17", problem: "failureUnseen" },
      ],
      fixed:
        'FROM golang:1.22-alpine AS build\nSHELL ["/bin/ash", "-eo", "pipefail", "-c"]\nRUN a=1; \\\n  wget -qO- https://example.com/a | tar x\nFROM alpine:3.20\nSHELL ["/bin/ash", "-eo", "pipefail", "-c"]\nRUN echo x | gpg -d | sh\n',
    },
    {
      name: "a base image whose shells are not known",
      text: "FROM example.com/base:1\nRUN VERSION=$(curl -s https://example.com/v | head -1) && echo $VERSION\n",
      findings: [{ at: "2:15-2:19", problem: "failureUnseen" }],
      fixed: null,
    },
    {
      name: "SHELL without pipefail",
      text: 'FROM example.com/base:1\nSHELL ["/bin/bash", "-c"]\nRUN zsh ./output | ./script\n',
      findings: [{ at: "3:5-3:8", problem: "failureUnseen" }],
      fixed: `FROM example.com/base:1
SHELL ["/bin/bash", "-c"]
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN zsh ./output | ./script
`,
    },
    {
      name: "a shell string",
      text: 'FROM debian:12\nRUN ["bash", "-c", "curl -s https://example.com/a | tar x"]\n',
      findings: [{ at: "2:21-2:25", problem: "failureUnseen" }],
      fixed: null,
    },
  ],
};
