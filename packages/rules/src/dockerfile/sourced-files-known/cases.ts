import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "paths",
      text: "FROM alpine:3.20\nENV DIR=/opt\nRUN . /etc/os-release && . ./env.sh && . ~/.profile && . $HOME/.cargo/env && . $DIR/activate\n",
    },
    {
      name: "bash, which looks in the folder, too",
      text: 'FROM debian:12\nSHELL ["/bin/bash", "-c"]\nRUN source env.sh && make\n',
    },
  ],
  fail: [
    {
      name: "a name without a path",
      text: "FROM alpine:3.20\nRUN . env.sh && make\n",
      findings: [
        {
          at: "2:7-2:13",
          problem: "searched",
          message: 'File "env.sh" is looked for in PATH, not in the folder: write "./env.sh".',
          severity: "warning",
        },
      ],
      fixed: "FROM alpine:3.20\nRUN . ./env.sh && make\n",
    },
    {
      name: "a variable that is not known",
      text: 'FROM alpine:3.20\nRUN . "$NVM_DIR/nvm.sh" && . $(find / -name x)\n',
      findings: [
        { at: "2:7-2:24", problem: "notConstant" },
        { at: "2:30-2:47", problem: "notConstant" },
      ],
      fixed: null,
    },
  ],
};
