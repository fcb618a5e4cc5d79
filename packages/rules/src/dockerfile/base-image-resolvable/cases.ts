import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "a plain reference", text: "FROM alpine:3.20\n" },
    { name: "an argument with a default", text: "ARG TAG=3.20\nFROM alpine:${TAG}\n" },
    { name: "a default in place", text: "ARG TAG\nFROM alpine:${TAG:-3.20}\n" },
    {
      name: "a build argument that CI is known to pass",
      text: "ARG TAG\nFROM alpine:$TAG\n",
      buildArguments: { TAG: "3.20" },
    },
    { name: "scratch and stages", text: "FROM scratch AS empty\nFROM empty\n" },
    {
      name: "the platform alone comes from the builder",
      text: "FROM --platform=$BUILDPLATFORM golang:1.22\n",
    },
  ],
  fail: [
    {
      name: "an argument without a default",
      text: "ARG BASE_TAG\nFROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:${BASE_TAG}\n",
      findings: [
        {
          at: "2:6-2:60",
          problem: "noDefault",
          message:
            'Base image "registry1.dso.mil/ironbank/redhat/ubi/ubi9:${BASE_TAG}" is not known: ARG "BASE_TAG" has no default, so no rule can judge it.',
        },
      ],
      fixed: null,
    },
    {
      name: "a platform of an argument that nothing declares",
      text: "ARG ARCH=amd64\nFROM --platform=linux/${ARHC} alpine:3.20 AS a\nFROM --platform=$TARGETOS/${ARCH} alpine:3.20\n",
      findings: [
        {
          at: "2:17-2:30",
          problem: "platformUndeclared",
          message: 'Platform "linux/${ARHC}" is not known: no ARG before the first FROM declares "ARHC".',
        },
      ],
      fixed: null,
    },
    {
      name: "an argument that only a stage declares",
      text: "FROM alpine:3.20 AS base\nARG IMAGE=debian:12\nFROM ${IMAGE}\n",
      findings: [
        {
          at: "3:6-3:14",
          problem: "undeclared",
          message: 'Base image "${IMAGE}" is not known: no ARG before the first FROM declares "IMAGE".',
        },
      ],
      fixed: null,
    },
    {
      name: "what an operator leaves is no reference",
      text: "ARG TAG=\nFROM alpine:${TAG}\n",
      findings: [{ at: "2:6-2:19", problem: "malformed" }],
      fixed: null,
    },
    {
      name: "upper case in the name",
      text: "FROM Alpine:3.20\n",
      findings: [
        {
          at: "1:6-1:17",
          problem: "malformed",
          message: 'Image "Alpine:3.20" is no image reference: a repository is lower case.',
        },
      ],
      fixed: null,
    },
  ],
};
