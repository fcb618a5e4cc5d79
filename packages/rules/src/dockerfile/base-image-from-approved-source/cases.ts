import type { RuleCases } from "@plimsoll/core";

const mirrors = [{ from: "registry1.dso.mil/ironbank/", to: "harbor.factory.mil/ironbank/" }];

export const cases: RuleCases = {
  pass: [
    {
      name: "an Iron Bank image",
      text: "FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4\nUSER 1001\n",
    },
    {
      name: "an Iron Bank image put together from arguments",
      text: `ARG BASE_REGISTRY=registry1.dso.mil
ARG BASE_IMAGE=ironbank/redhat/ubi/ubi9
ARG BASE_TAG=9.4
FROM \${BASE_REGISTRY}/\${BASE_IMAGE}:\${BASE_TAG}
`,
    },
    {
      name: "a declared mirror of Iron Bank",
      text: "FROM harbor.factory.mil/ironbank/redhat/ubi/ubi9:9.4\n",
      images: { mirrors },
    },
    {
      name: "the factory's own registry",
      text: "FROM harbor.factory.mil/team/base:1.2.3\n",
      images: { registry: "harbor.factory.mil/team" },
    },
    {
      name: "a builder stage from elsewhere, which another rule judges",
      text: "FROM golang:1.22 AS build\nFROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4\nCOPY --from=build /app /app\n",
    },
    {
      name: "scratch with files of the build context only",
      text: "FROM scratch\nCOPY app /app\n",
    },
    {
      name: "scratch filled from an approved image",
      text: "FROM registry1.dso.mil/ironbank/google/golang/ubi9/golang-1.22:1.22 AS build\nFROM scratch\nCOPY --from=build /app /app\n",
    },
    {
      name: "a variable without a value, which another rule reports",
      text: "ARG BASE\nFROM ${BASE}\n",
    },
    {
      name: "a build argument that CI is known to pass",
      text: "ARG BASE\nFROM ${BASE}\n",
      buildArguments: { BASE: "registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4" },
    },
  ],
  fail: [
    {
      name: "an image of Docker Hub",
      text: "FROM node:20\nUSER node\n",
      findings: [
        {
          at: "1:6-1:13",
          problem: "notApproved",
          message:
            'Base image "docker.io/library/node" is used, but it does not come from an approved source.',
        },
      ],
      fixed: "FROM registry1.dso.mil/ironbank/opensource/nodejs/nodejs20:20\nUSER node\n",
    },
    {
      name: "an image of Docker Hub, where Iron Bank is mirrored",
      text: "# the app\nFROM --platform=linux/amd64 nginx:1.27 AS web\n",
      images: { mirrors, trusted: ["registry1.dso.mil/ironbank/**"] },
      findings: [{ at: "2:29-2:39", problem: "notApproved" }],
      fixed:
        "# the app\nFROM --platform=linux/amd64 harbor.factory.mil/ironbank/opensource/nginx/nginx:1.27 AS web\n",
    },
    {
      name: "the chain of stages is followed down to the image from outside",
      text: "FROM example.com/team/tool:1 AS base\nFROM base AS middle\nFROM middle\n",
      findings: [{ at: "1:6-1:29", problem: "notApproved" }],
      fixed: null,
    },
    {
      name: "a source that is approved but not trusted",
      text: "FROM registry.access.redhat.com/ubi9/ubi:9.4\n",
      images: { approvedUntrusted: ["registry.access.redhat.com/**"] },
      findings: [{ at: "1:6-1:45", problem: "untrusted", severity: "warning" }],
      fixed: "FROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4\n",
    },
    {
      name: "the default of an argument",
      text: "ARG BASE=alpine:3.20\nFROM ${BASE}\n",
      findings: [{ at: "2:6-2:13", problem: "notApproved" }],
      fixed: null,
    },
    {
      name: "another project of the Iron Bank host",
      text: "FROM registry1.dso.mil/ironbank-staging/redhat/ubi/ubi9:9.4\n",
      findings: [{ at: "1:6-1:60", problem: "notApproved" }],
      fixed: null,
    },
    {
      name: "a mirror of a source that is not approved",
      text: "FROM harbor.factory.mil/hub/library/busybox:1\n",
      images: { mirrors: [{ from: "docker.io/", to: "harbor.factory.mil/hub/" }] },
      findings: [{ at: "1:6-1:46", problem: "notApproved" }],
      fixed: null,
    },
    {
      name: "scratch filled from a builder that is not approved",
      text: "FROM golang:1.22 AS build\nFROM scratch\nCOPY --from=build /app /app\nCOPY --from=alpine:3.20 /etc/ssl /etc/ssl\n",
      findings: [
        {
          at: "2:6-2:13",
          problem: "notApproved",
          message:
            'Files of "docker.io/library/alpine" make up this image from scratch, but it does not come from an approved source.',
        },
      ],
      fixed: null,
    },
  ],
};
