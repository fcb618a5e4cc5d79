import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "no platform", text: "FROM alpine:3.20\n" },
    { name: "the platform of the builder", text: "FROM --platform=$BUILDPLATFORM golang:1.23 AS build\n" },
    {
      name: "a stage named after the architecture",
      text: "FROM --platform=linux/amd64 alpine:3.20 AS my_amd64_stage\n",
    },
    { name: "a stage named after the system", text: "FROM --platform=linux/amd64 alpine:3.20 AS linux\n" },
  ],
  fail: [
    {
      name: "a fixed platform",
      text: "FROM --platform=linux/amd64 alpine:3.20\n",
      findings: [
        {
          at: "1:6-1:28",
          problem: "fixedPlatform",
          message:
            'Platform "linux/amd64" is fixed, so a build for another one still starts from this image.',
        },
      ],
      fixed: "FROM alpine:3.20\n",
    },
    {
      name: "in each of two stages",
      text: 'FROM --platform="linux/arm64" golang:1.23 AS build\nFROM --platform=windows/amd64 \\\n  alpine:3.20\n',
      findings: [
        { at: "1:6-1:30", problem: "fixedPlatform" },
        { at: "2:6-2:30", problem: "fixedPlatform" },
      ],
      fixed: "FROM golang:1.23 AS build\nFROM \\\n  alpine:3.20\n",
    },
  ],
};
