import type { RuleCases } from "@plimsoll/core";

const digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

export const cases: RuleCases = {
  pass: [
    { name: "a tag", text: "FROM alpine:3.20\n" },
    {
      name: "a digest, with or without latest",
      text: `FROM alpine@${digest} AS a\nFROM alpine:latest@${digest}\n`,
    },
    { name: "scratch", text: "FROM scratch\n" },
    {
      name: "a stage of the file, whatever its case",
      text: "FROM alpine:3.20 AS Base\nFROM base AS run\nFROM run\n",
    },
    { name: "a port is no tag, and the tag comes after it", text: "FROM localhost:5000/team/base:1\n" },
    { name: "a tag out of an argument", text: "ARG TAG=3.20\nFROM alpine:${TAG}\n" },
    {
      name: "an argument without a default, which another rule reports",
      text: "ARG TAG\nFROM alpine:${TAG}\n",
    },
    { name: "latest as part of a tag", text: "FROM example.com/team/base:latest-2024\n" },
  ],
  fail: [
    {
      name: "no tag",
      text: "FROM alpine\n",
      findings: [
        {
          at: "1:6-1:12",
          problem: "noTag",
          message: 'Base image "alpine" has no tag, so "latest" is taken: name a version.',
        },
      ],
      fixed: null,
    },
    {
      name: "latest",
      text: "FROM --platform=linux/amd64 registry.example.mil:5000/team/base:latest AS base\n",
      findings: [
        {
          at: "1:65-1:71",
          problem: "latest",
          message:
            'Tag "latest" of base image "registry.example.mil:5000/team/base:latest" names whatever was pushed last: name a version.',
        },
      ],
      fixed: null,
    },
    {
      name: "a port without a tag",
      text: "FROM localhost:5000/team/base\n",
      findings: [{ at: "1:6-1:30", problem: "noTag" }],
      fixed: null,
    },
    {
      name: "latest out of an argument",
      text: "ARG TAG=latest\nFROM alpine:${TAG}\n",
      findings: [{ at: "2:6-2:19", problem: "latest" }],
      fixed: null,
    },
    {
      name: "every stage, in a file with CR LF",
      text: "FROM golang AS build\r\nFROM scratch AS empty\r\nFROM build\r\nFROM debian:latest\r\n",
      findings: [
        { at: "1:6-1:12", problem: "noTag" },
        { at: "4:13-4:19", problem: "latest" },
      ],
      fixed: null,
    },
  ],
};
