import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "a user in the last stage", text: "FROM alpine:3.20\nUSER 1001\n" },
    {
      name: "a user of the stage that it builds on",
      text: 'FROM alpine:3.20 AS base\nUSER 1001\nFROM base\nCMD ["sh"]\n',
    },
    { name: "a user that is root is set, and for another rule", text: "FROM alpine:3.20\nUSER root\n" },
    { name: "a user out of a variable that is not known", text: "FROM alpine:3.20\nARG UID\nUSER ${UID}\n" },
    {
      name: "a base image that is known to set one",
      text: "FROM gcr.io/distroless/static-debian12:nonroot\nCOPY app /app\n",
    },
    {
      name: "a base image that the factory knows to set one",
      text: "FROM registry.example.mil/hardened/nginx:1\n",
      options: { nonRootBases: ["registry.example.mil/hardened/**"] },
    },
    {
      name: "nanoserver, whose user is ContainerUser",
      text: "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\n",
    },
  ],
  fail: [
    {
      name: "no user at all",
      text: 'FROM alpine:3.20\nRUN apk add --no-cache curl\nENTRYPOINT ["curl"]\nCMD ["--help"]\n',
      findings: [
        {
          at: "1:6-1:17",
          problem: "noUser",
          message: "Image sets no USER, so it runs as root unless its base image happens to set one.",
        },
      ],
      fixed: `FROM alpine:3.20
RUN apk add --no-cache curl
USER 1001
ENTRYPOINT ["curl"]
CMD ["--help"]
`,
    },
    {
      name: "a user in a stage that is only copied from",
      text: "FROM golang:1.22 AS build\nUSER 1001\nRUN make\nFROM alpine:3.20\nCOPY --from=build /app /app\n",
      findings: [{ at: "4:6-4:17", problem: "noUser" }],
      fixed: `FROM golang:1.22 AS build
USER 1001
RUN make
FROM alpine:3.20
COPY --from=build /app /app
USER 1001
`,
    },
    {
      name: "a user for images that build on this one",
      text: "FROM alpine:3.20\r\nONBUILD USER 1001\r\n",
      findings: [{ at: "1:6-1:17", problem: "noUser" }],
      fixed: "FROM alpine:3.20\r\nONBUILD USER 1001\r\nUSER 1001\r\n",
    },
    {
      name: "commands after CMD keep their rights",
      text: 'FROM alpine:3.20\nCMD ["top"]\nRUN <<EOF\nadduser -D web\nEOF\n',
      findings: [{ at: "1:6-1:17", problem: "noUser" }],
      fixed: `FROM alpine:3.20
CMD ["top"]
RUN <<EOF
adduser -D web
EOF
USER 1001
`,
    },
    {
      name: "scratch, where nobody but root is known",
      text: "FROM scratch\nCOPY app /app",
      findings: [{ at: "1:6-1:13", problem: "noUser" }],
      fixed: "FROM scratch\nCOPY app /app\nUSER 1001",
    },
    {
      name: "a Windows image",
      text: '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD ["cmd"]\n',
      findings: [{ at: "2:6-2:51", problem: "noUser" }],
      fixed:
        '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2022\nUSER ContainerUser\nCMD ["cmd"]\n',
    },
  ],
};
