import type { RuleCases } from "@plimsoll/core";

const siblings = {
  "hardening_manifest.yaml": "apiVersion: v1\nargs:\n  BASE_IMAGE: redhat/ubi/ubi9\n  BASE_TAG: '9.4'\n",
  LICENSE: "x",
  "README.md": "x",
};
const args = "ARG BASE_REGISTRY=registry1.dso.mil\nARG BASE_IMAGE=redhat/ubi/ubi9\nARG BASE_TAG=9.4\n";
const from = "FROM ${BASE_REGISTRY}/${BASE_IMAGE}:${BASE_TAG}\n";

export const cases: RuleCases = {
  pass: [
    { name: "the form", text: `${args}${from}USER 1001\n`, siblings },
    {
      name: "builder stages may start elsewhere",
      text: `${args}FROM golang:1.22 AS build\nLABEL a=b\n${from}COPY --from=build /a /a\n`,
      siblings,
    },
    { name: "no contribution", text: "FROM alpine:3.20\nLABEL a=b\n" },
  ],
  fail: [
    {
      name: "another base, without arguments",
      text: "# the app\nFROM registry1.dso.mil/ironbank/redhat/ubi/ubi9:9.4 AS app\nUSER 1001\n",
      siblings,
      findings: [
        {
          at: "2:1-2:5",
          problem: "argMissing",
          message:
            "ARG BASE_REGISTRY, BASE_IMAGE, BASE_TAG must stand before the first FROM: Iron Bank's pipeline sets them.",
        },
        {
          at: "2:6-2:52",
          problem: "finalFrom",
          message: "Last stage must start from exactly ${BASE_REGISTRY}/${BASE_IMAGE}:${BASE_TAG}.",
        },
      ],
      fixed:
        "# the app\nARG BASE_REGISTRY=registry1.dso.mil\nARG BASE_IMAGE=redhat/ubi/ubi9\nARG BASE_TAG=9.4\nFROM ${BASE_REGISTRY}/${BASE_IMAGE}:${BASE_TAG} AS app\nUSER 1001\n",
    },
    {
      name: "one argument missing, another spelling, a label",
      text: "ARG BASE_REGISTRY\nARG BASE_IMAGE=x\nFROM $BASE_REGISTRY/$BASE_IMAGE:$BASE_TAG\nLABEL a=b\n",
      siblings,
      findings: [
        { at: "3:1-3:5", problem: "argMissing" },
        { at: "3:6-3:42", problem: "finalFrom" },
        {
          at: "4:1-4:6",
          problem: "label",
          message: "LABEL belongs in hardening_manifest.yaml, from which Iron Bank's pipeline sets it.",
        },
      ],
      fixed:
        "ARG BASE_REGISTRY\nARG BASE_IMAGE=x\nARG BASE_TAG=9.4\nFROM ${BASE_REGISTRY}/${BASE_IMAGE}:${BASE_TAG}\nLABEL a=b\n",
      remains: true,
    },
    {
      name: "files that must lie beside it",
      text: `${args}${from}`,
      siblings: { "hardening_manifest.yaml": "apiVersion: v1\n", LICENSE: "x" },
      findings: [
        {
          at: "4:1-4:5",
          problem: "fileMissing",
          message: 'File "README.md" is missing beside the Dockerfile.',
        },
      ],
      fixed: null,
    },
    {
      name: "a second Dockerfile",
      path: "Dockerfile.dev",
      text: "FROM alpine:3.20\n",
      siblings,
      findings: [
        {
          at: "1:1-1:5",
          problem: "fileName",
          message: 'File "Dockerfile.dev" is not built: Iron Bank builds the one file named Dockerfile.',
        },
      ],
      fixed: null,
    },
  ],
};
