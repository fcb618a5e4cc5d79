import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "a number", text: "FROM alpine:3.20\nUSER 1001:web\n" },
    { name: "root, which another rule reports", text: "FROM alpine:3.20\nUSER root\n" },
    {
      name: "a name in a stage that is only copied from",
      text: "FROM alpine:3.20 AS b\nUSER web\nFROM alpine:3.20\nUSER 1001\n",
    },
    { name: "a variable that is a number", text: "FROM alpine:3.20\nARG UID=1001\nUSER ${UID}\n" },
    { name: "a variable that is not known", text: "FROM alpine:3.20\nARG UID\nUSER ${UID}\n" },
    {
      name: "users of Windows have no numbers",
      text: "# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nUSER ContainerUser\n",
    },
  ],
  fail: [
    {
      name: "a name whose number is not seen",
      text: "FROM alpine:3.20\nUSER nobody\n",
      findings: [
        {
          at: "2:6-2:12",
          problem: "userName",
          message:
            'User "nobody" is a name, so Kubernetes cannot tell that it is not root and refuses it under runAsNonRoot.',
        },
      ],
      fixed: null,
    },
    {
      name: "a user that the file makes",
      text: "FROM debian:12\nRUN groupadd -g 2000 web && useradd --no-log-init -u 2000 -g web web\nUSER web:web\n",
      findings: [{ at: "3:6-3:9", problem: "userName" }],
      fixed: `FROM debian:12
RUN groupadd -g 2000 web && useradd --no-log-init -u 2000 -g web web
USER 2000:web
`,
    },
    {
      name: "a user that the base image is known to bring",
      text: "FROM node:20-slim\nUSER node\n",
      findings: [{ at: "2:6-2:10", problem: "userName" }],
      fixed: "FROM node:20-slim\nUSER 1000\n",
    },
    {
      name: "a user that a shell string makes",
      text: 'FROM alpine:3.20\nRUN ["sh", "-c", "adduser -D -u 3000 app"]\nUSER app\n',
      findings: [{ at: "3:6-3:9", problem: "userName" }],
      fixed: `FROM alpine:3.20
RUN ["sh", "-c", "adduser -D -u 3000 app"]
USER 3000
`,
    },
  ],
};
