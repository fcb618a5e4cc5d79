import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "in one RUN",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y curl\nRUN apk update \\\n && apk add git\n",
    },
    {
      name: "in a heredoc",
      text: "FROM debian:12\nRUN <<EOF\napt-get update\napt-get install -y gettext\nEOF\n",
    },
    {
      name: "an install that refreshes by itself",
      text: "FROM alpine:3.20\nRUN apk --update add nginx\nRUN apk -U add vim\n",
    },
    {
      name: "an upgrade uses the index",
      text: "FROM alpine:3.20\nRUN apk update && apk upgrade\nRUN apk add --no-cache curl\n",
    },
    {
      name: "nothing is installed by that index",
      text: "FROM debian:12\nRUN apk update\nRUN apt-get install -y curl\n",
    },
    {
      name: "in stages that share nothing",
      text: "FROM debian:12 AS a\nRUN apt-get update\nFROM debian:12\nRUN apt-get install -y curl\n",
    },
    {
      name: "a cache that outlives the layer",
      text: "FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt apt-get update\nRUN --mount=type=cache,target=/var/lib/apt apt-get install -y curl\n",
    },
    {
      name: "the words as arguments",
      text: "FROM debian:12\nRUN php composer.phar self-update && update-locale LANG=C\nRUN apt-get install -y curl\n",
    },
  ],
  fail: [
    {
      name: "Debian",
      text: "FROM debian:12\nRUN apt-get update\nRUN apt-get install -y curl \\\n && rm -rf /var/lib/apt/lists/*\n",
      findings: [
        {
          at: "3:13-3:20",
          problem: "staleIndex",
          message:
            "Packages are installed by the index of an earlier layer, which the builder keeps while the repository of apt moves on.",
        },
      ],
      fixed:
        "FROM debian:12\nRUN apt-get update \\\n && apt-get install -y curl \\\n && rm -rf /var/lib/apt/lists/*\n",
    },
    {
      name: "Alpine, with a step between, in JSON form",
      text: 'FROM alpine:3.20\nRUN ["apk", "update"]\nCOPY a /a\nRUN apk add nginx\n',
      findings: [{ at: "4:9-4:12", problem: "staleIndex" }],
      fixed: null,
    },
    {
      name: "Red Hat, SUSE and Arch",
      text: "FROM centos:7\nRUN yum update\nRUN yum install -y nginx\nRUN zypper refresh\nRUN zypper install nginx\nRUN pacman -Sy\nRUN pacman -S nginx\n",
      findings: [
        { at: "3:9-3:16", problem: "staleIndex" },
        { at: "5:12-5:19", problem: "staleIndex" },
        { at: "7:5-7:11", problem: "staleIndex" },
      ],
      fixed:
        "FROM centos:7\nRUN yum update \\\n && yum install -y nginx\nRUN zypper refresh \\\n && zypper install nginx\nRUN pacman -Sy \\\n && pacman -S nginx\n",
    },
    {
      name: "a stage that builds on the one that refreshed, and refreshes for nothing",
      text: "FROM debian:12 AS base\nRUN apt update\nFROM base\nRUN apt install -y curl && apt update\nRUN apt update\n",
      findings: [
        { at: "4:9-4:16", problem: "staleIndex" },
        { at: "4:32-4:38", problem: "updateAlone" },
        {
          at: "5:9-5:15",
          problem: "updateAlone",
          message: "Index of apt is refreshed in a layer of its own, where nothing is installed by it.",
        },
      ],
      fixed: null,
    },
  ],
};
