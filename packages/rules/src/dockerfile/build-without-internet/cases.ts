import type { RuleCases } from "@plimsoll/core";

const options = { allowedHosts: ["nexus.example.mil", "*.mirror.example.mil"] };

export const cases: RuleCases = {
  pass: [
    { name: "staged files", text: "FROM alpine:3.20\nCOPY app.tar.gz /tmp/\nRUN tar xf /tmp/app.tar.gz\n" },
    {
      name: "packages of the distribution, whose mirror the base image names",
      text: "FROM alpine:3.20\nRUN apk add --no-cache curl\n",
    },
    {
      name: "the declared mirror",
      text: "FROM alpine:3.20\nRUN curl -fsSLO https://nexus.example.mil/raw/app.tgz && wget https://a.mirror.example.mil/b\n",
      options,
    },
    {
      name: "an index of the declared mirror",
      text: "FROM python:3.12\nRUN pip install -i https://nexus.example.mil/pypi/simple flask==3.0\n",
      options,
    },
    {
      name: "an index in the environment",
      text: "FROM node:20\nENV NPM_CONFIG_REGISTRY=https://nexus.example.mil/npm\nRUN npm ci\n",
      options,
    },
    {
      name: "an index that only CI knows",
      text: "FROM python:3.12\nARG PIP_INDEX_URL\nENV PIP_INDEX_URL=$PIP_INDEX_URL\nRUN pip install flask\n",
    },
    {
      name: "an index in a file that is copied in",
      text: "FROM node:20\nCOPY .npmrc package.json ./\nRUN npm ci\n",
    },
    { name: "this machine", text: "FROM alpine:3.20\nRUN wget -q http://localhost:8080/health\n" },
    { name: "no network", text: "FROM python:3.12\nRUN --network=none pip install flask\n" },
    {
      name: "nothing is fetched",
      text: "FROM python:3.12\nRUN pip install --no-index --find-links=/wheels flask && pip install /wheels/a.whl && go install ./...\n",
    },
    { name: "an address that is not known", text: "FROM alpine:3.20\nARG URL\nRUN curl -O $URL\n" },
    {
      name: "the health check of the running image",
      text: "FROM alpine:3.20\nHEALTHCHECK CMD curl -f https://example.com/\n",
    },
  ],
  fail: [
    {
      name: "downloads",
      text: `FROM alpine:3.20 AS build
ARG VERSION=1.2
RUN curl -fsSL "https://github.com/a/b/releases/v\${VERSION}.tgz" | tar xz \\
 && git clone --depth 1 https://github.com/a/b.git \\
 && wget https://example.com/x
ADD https://example.com/y /y
`,
      findings: [
        {
          at: "3:16-3:65",
          problem: "download",
          message: "Build reaches github.com with curl: stage the file before the build and COPY it.",
        },
        { at: "4:25-4:51", problem: "download" },
        { at: "5:10-5:31", problem: "download" },
        { at: "6:5-6:26", problem: "download" },
      ],
      fixed: null,
    },
    {
      name: "packages of languages",
      text: "FROM python:3.12\nRUN pip install -r requirements.txt\nRUN npm ci && yarn && go mod download && gem install a && cargo install b\n",
      findings: [
        {
          at: "2:9-2:16",
          problem: "packageIndex",
          message: "Packages come from pypi.org: let pip take them from the factory's mirror.",
        },
        { at: "3:9-3:11", problem: "packageIndex" },
        { at: "3:15-3:19", problem: "packageIndex" },
        { at: "3:30-3:38", problem: "packageIndex" },
        { at: "3:46-3:53", problem: "packageIndex" },
        { at: "3:65-3:72", problem: "packageIndex" },
      ],
      fixed: null,
    },
    {
      name: "another host than the declared one",
      text: "FROM python:3.12\nENV PIP_INDEX_URL=https://pypi.example.com/simple\nRUN python3 -m pip install flask\n",
      options,
      findings: [{ at: "3:20-3:27", problem: "packageIndex" }],
      fixed: null,
    },
  ],
};
