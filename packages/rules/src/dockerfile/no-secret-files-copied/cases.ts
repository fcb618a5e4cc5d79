import type { RuleCases } from "@plimsoll/core";

const whole = "FROM scratch\nCOPY . /src\n";

export const cases: RuleCases = {
  pass: [
    {
      name: "public parts and samples",
      text: "FROM scratch\nCOPY ca.pem certs/server-cert.pem id_rsa.pub .env.example /etc/app/\n",
    },
    { name: "the whole context, where the folder cannot be read", text: whole },
    {
      name: "the whole context with a .dockerignore",
      text: whole,
      siblings: { Dockerfile: whole, ".dockerignore": ".git\n" },
    },
    {
      name: "a secret that .dockerignore keeps out",
      text: whole,
      siblings: { Dockerfile: whole, ".dockerignore": "*\n!src\n", ".env": "A=1\n" },
    },
    {
      name: "the .dockerignore of this Dockerfile counts first",
      text: whole,
      siblings: {
        Dockerfile: whole,
        "Dockerfile.dockerignore": "**/.env*\n",
        ".dockerignore": "\n",
        ".env": "A=1\n",
      },
    },
    {
      name: "the whole of another stage",
      text: "FROM scratch AS a\nFROM scratch\nCOPY --from=a . /src\n",
      siblings: { Dockerfile: "x" },
    },
    {
      name: "mounts leave nothing behind",
      text: "FROM alpine:3.20\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n",
    },
  ],
  fail: [
    {
      name: "keys and settings",
      text: 'FROM alpine:3.20 AS build\nCOPY .npmrc package.json ./\nCOPY ["deploy/id_rsa", "/root/.ssh/"]\nADD --chmod=400 tls/server.key tls/key.pem /etc/tls/\nCOPY npm-settings /root/.npmrc\n',
      findings: [
        {
          at: "2:6-2:12",
          problem: "secretFile",
          message: 'File ".npmrc" holds a secret by its name, and anybody who has the image can read it.',
        },
        { at: "3:7-3:22", problem: "secretFile" },
        { at: "4:17-4:31", problem: "secretFile" },
        { at: "4:32-4:43", problem: "secretFile" },
        { at: "5:19-5:31", problem: "secretFile" },
      ],
      fixed: null,
    },
    {
      name: "the whole context without a .dockerignore",
      text: whole,
      siblings: { Dockerfile: whole },
      findings: [
        {
          at: "2:6-2:7",
          problem: "noDockerignore",
          severity: "warning",
          message: "Whole build context is copied, and no .dockerignore keeps secrets out of it.",
        },
      ],
      fixed: null,
    },
    {
      name: "a secret that lies in the context",
      text: whole,
      siblings: { Dockerfile: whole, ".dockerignore": ".git\n", ".env": "A=1\n" },
      findings: [
        {
          at: "2:6-2:7",
          problem: "secretInContext",
          severity: "error",
          message: 'Whole build context is copied, and ".env" is in it: list it in .dockerignore.',
        },
      ],
      fixed: null,
    },
    {
      name: "out of another stage, and by an argument",
      text: "FROM alpine:3.20 AS a\nFROM alpine:3.20\nARG KEY=id_ed25519\nCOPY --from=a /root/.kube/config /root/.kube/config\nCOPY ${KEY} /k\n",
      findings: [
        { at: "4:15-4:33", problem: "secretFile" },
        { at: "5:6-5:12", problem: "secretFile" },
      ],
      fixed: null,
    },
  ],
};
