import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "one package",
      text: "FROM debian:12\nRUN apt-get update && apt-get install -y --only-upgrade libssl3=3.0.15-1\n",
    },
    {
      name: "named packages",
      text: "FROM alpine:3.20\nRUN apk upgrade --no-cache libcrypto3 && dnf update -y openssl\n",
    },
    {
      name: "the index of packages",
      text: "FROM debian:12\nRUN apt-get update && zypper refresh && apk update\n",
    },
    { name: "packages of a language", text: "FROM node:20\nRUN npm update\n" },
  ],
  fail: [
    {
      name: "Debian",
      text: "FROM debian:12\nRUN apt-get update && apt-get dist-upgrade -y && apt-get -y upgrade\n",
      findings: [
        {
          at: "2:31-2:43",
          problem: "upgrade",
          message:
            '"apt dist-upgrade" upgrades everything to whatever is current at build time: take a newer base image.',
        },
        { at: "2:61-2:68", problem: "upgrade" },
      ],
      fixed: null,
    },
    {
      name: "Alpine, Red Hat and SUSE, in any stage",
      text: "FROM alpine:3.20 AS a\nRUN apk -U upgrade\nFROM fedora:40\nRUN dnf -y update && \\\n  microdnf upgrade -y\nRUN zypper --non-interactive dup\n",
      findings: [
        { at: "2:12-2:19", problem: "upgrade" },
        { at: "4:12-4:18", problem: "upgrade" },
        { at: "5:12-5:19", problem: "upgrade" },
        { at: "6:30-6:33", problem: "upgrade" },
      ],
      fixed: null,
    },
    {
      name: "Arch",
      text: "FROM archlinux:base\nRUN pacman -Syu --noconfirm\n",
      findings: [{ at: "2:5-2:11", problem: "upgrade" }],
      fixed: null,
    },
  ],
};
