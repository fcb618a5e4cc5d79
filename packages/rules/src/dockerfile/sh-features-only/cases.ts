import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "what sh has",
      text: 'FROM debian:12\nRUN [ "$a" = b ] && . ./x && f() { echo ${x%y} ${y:-z}; } > z 2>&1\n',
    },
    {
      name: "bash by SHELL",
      text: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN [[ -n $a ]] && source x\n',
    },
    {
      name: "bash by the base image",
      text: "FROM registry.access.redhat.com/ubi9:9.4\nRUN source x && a=(b c)\n",
    },
    {
      name: "what BusyBox has",
      text: "FROM alpine:3.20\nRUN [[ -n $a ]] && source ./x && echo -e 'a\\n' && set -o pipefail && echo ${a//b/c}\n",
    },
    {
      name: "a string or heredoc of bash",
      text: "FROM debian:12\nRUN bash -c 'source x; [[ a == b ]]'\nRUN <<EOF\n#!/bin/bash\nsource x\nEOF\n",
    },
  ],
  fail: [
    {
      name: "on Debian",
      text: 'FROM debian:12-slim\nRUN source ./x && [ "$a" == b ] && make &> log\n',
      findings: [
        {
          at: "2:5-2:11",
          problem: "notInSh",
          message:
            'Bash has "source", but sh of this image does not: name bash with SHELL, or write it otherwise.',
        },
        { at: "2:26-2:28", problem: "notInSh" },
        { at: "2:41-2:43", problem: "notInSh" },
      ],
      fixed: 'FROM debian:12-slim\nRUN . ./x && [ "$a" = b ] && make > log 2>&1\n',
    },
    {
      name: "on Alpine and on an image that is not known",
      text: "FROM alpine:3.20\nRUN cat <(a) {b,c} && d=(e)\nFROM registry.example.mil/base:1\nRUN [[ -n $x ]] && set -o pipefail && echo -e a\nRUN function f { pushd x; }; f <<< $'a'\n",
      findings: [
        { at: "2:9-2:11", problem: "notInSh" },
        { at: "2:14-2:19", problem: "notInSh" },
        { at: "2:25-2:28", problem: "notInSh" },
        { at: "4:5-4:7", problem: "notInSh" },
        { at: "4:27-4:35", problem: "notInSh" },
        { at: "4:44-4:46", problem: "notInSh" },
        { at: "5:5-5:13", problem: "notInSh" },
        { at: "5:18-5:23", problem: "notInSh" },
        { at: "5:32-5:35", problem: "notInSh" },
        { at: "5:36-5:40", problem: "notInSh" },
      ],
      fixed: null,
    },
  ],
};
