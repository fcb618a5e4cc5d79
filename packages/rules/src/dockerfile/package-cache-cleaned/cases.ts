import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "Debian, cleaned up",
      text: "FROM debian:12\nRUN apt-get update \\\n && apt-get install -y curl \\\n && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      name: "Debian, from inside the folder",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y git && cd /var/lib && rm -rf apt dpkg cache log\n",
    },
    {
      name: "Alpine",
      text: "FROM alpine:3.20\nRUN apk add --no-cache curl\nRUN apk --no-cache add git\nRUN apk update && apk add vim && rm -rf /var/cache/apk/*\nRUN apk add --no-network --virtual .run $(cat deps)\n",
    },
    {
      name: "Red Hat and SUSE, cleaned up",
      text: "FROM fedora:40\nRUN dnf install -y a && dnf clean all\nRUN microdnf install b && microdnf clean all && rm -rf /var/cache/yum\nRUN yum install -y c && rm -rf /var/cache/yum\nRUN zypper in -y d && zypper cc -a\n",
    },
    {
      name: "Python",
      text: "FROM python:3.12\nRUN pip install --no-cache-dir a\nENV PIP_NO_CACHE_DIR=1\nRUN python3 -m pip install b\n",
    },
    {
      name: "a cache that is mounted",
      text: "FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/root/.cache apt-get update && apt-get install -y curl && pip install a\n",
    },
    {
      name: "in a builder stage, whose layers are left behind",
      text: "FROM alpine:3.20 AS build\nRUN apk add gcc\nFROM alpine:3.20\nCOPY --from=build /a /a\n",
    },
    {
      name: "by the index of an earlier layer, which is where it was left",
      text: "FROM debian:12\nRUN apt-get install -y curl\n",
    },
  ],
  fail: [
    {
      name: "Debian",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y curl && apt-get clean\n",
      findings: [
        {
          at: "2:13-2:19",
          problem: "cacheLeft",
          message: 'Layer keeps the lists of packages of apt: add "rm -rf /var/lib/apt/lists/*".',
        },
      ],
      fixed:
        "FROM debian:12\nRUN apt-get update && apt-get install -y curl && apt-get clean && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      name: "Alpine and Python",
      text: "FROM python:3.12-alpine\nRUN apk add --update py-pip\nRUN pip3 install \\\n    -r requirements.txt\n",
      findings: [
        { at: "2:9-2:12", problem: "cacheLeft", message: 'Layer keeps its index of apk: add "--no-cache".' },
        { at: "3:10-3:17", problem: "cacheLeft" },
      ],
      fixed:
        "FROM python:3.12-alpine\nRUN apk add --no-cache --update py-pip\nRUN pip3 install --no-cache-dir \\\n    -r requirements.txt\n",
      safety: "safe",
    },
    {
      name: "Red Hat and SUSE",
      text: "FROM fedora:40\nRUN dnf install -y a\nRUN yum -y install b && make\nRUN microdnf install c\nRUN zypper --non-interactive install d\n",
      findings: [
        { at: "2:9-2:16", problem: "cacheLeft" },
        { at: "3:12-3:19", problem: "cacheLeft" },
        { at: "4:14-4:21", problem: "cacheLeft" },
        { at: "5:30-5:37", problem: "cacheLeft" },
      ],
      fixed: `FROM fedora:40
RUN dnf install -y a && dnf clean all
RUN yum -y install b && make && yum clean all
RUN microdnf install c && microdnf clean all
RUN zypper --non-interactive install d && zypper clean
`,
    },
    {
      name: "where nothing can be added at the end",
      text: 'FROM fedora:40\nRUN dnf install -y a || dnf install -y b\nRUN ["dnf", "install", "-y", "c"]\nRUN <<EOF\ndnf install -y d\nEOF\n',
      findings: [
        { at: "2:9-2:16", problem: "cacheLeft" },
        { at: "3:13-3:22", problem: "cacheLeft" },
        { at: "5:5-5:12", problem: "cacheLeft" },
      ],
      fixed: null,
    },
    {
      name: "cleaned in another layer, which is too late",
      text: "FROM node:20\nRUN yarn install\nRUN yarn cache clean\n",
      findings: [{ at: "2:10-2:17", problem: "cacheLeft" }],
      fixed: `FROM node:20
RUN yarn install && yarn cache clean
RUN yarn cache clean
`,
    },
  ],
};
