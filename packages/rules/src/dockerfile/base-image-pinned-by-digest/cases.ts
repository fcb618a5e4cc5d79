import type { RuleCases } from "@plimsoll/core";

const digest = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

export const cases: RuleCases = {
  pass: [
    { name: "tag and digest", text: `FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4@${digest}\n` },
    { name: "digest alone", text: `FROM nginx@${digest}\n` },
    { name: "a digest out of an argument", text: `ARG DIGEST=${digest}\nFROM nginx@\${DIGEST}\n` },
    {
      name: "scratch and stages of the file",
      text: `FROM nginx@${digest} AS base\nFROM scratch AS empty\nFROM base\n`,
    },
    { name: "a digest that only CI knows", text: "ARG DIGEST\nFROM nginx@${DIGEST}\n" },
    {
      name: "an image that COPY takes files from is no base",
      text: "FROM scratch\nCOPY --from=busybox:1 /bin/sh /bin/sh\n",
    },
  ],
  fail: [
    {
      name: "a tag alone",
      text: "FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4\n",
      findings: [
        {
          at: "1:6-1:52",
          problem: "notPinned",
          message:
            'Base image "registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4" has no digest, so the next build can start from another image; "docker buildx imagetools inspect registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4" prints it.',
        },
      ],
      fixed: null,
    },
    {
      name: "every stage that starts from an image",
      text: "FROM golang:1.22 AS build\nFROM build AS test\nFROM alpine:3.20\nCOPY --from=build /app /app\n",
      findings: [
        { at: "1:6-1:17", problem: "notPinned" },
        { at: "3:6-3:17", problem: "notPinned" },
      ],
      fixed: null,
    },
    {
      name: "a short digest",
      text: "FROM nginx:1.27@sha256:abc123\n",
      findings: [
        {
          at: "1:17-1:30",
          problem: "malformedDigest",
          message:
            'Digest of base image "nginx:1.27@sha256:abc123" is malformed: the digest does not have the length of its algorithm.',
        },
      ],
      fixed: null,
    },
    {
      name: "an argument whose default has no digest",
      text: "ARG BASE=alpine:3.20\nFROM $BASE\n",
      findings: [{ at: "2:6-2:11", problem: "notPinned" }],
      fixed: null,
    },
  ],
};
