import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "system and architecture", text: "FROM --platform=linux/arm64/v8 alpine:3.20\n" },
    { name: "architecture alone", text: "FROM --platform=amd64 alpine:3.20\n" },
    { name: "the image of that architecture", text: "FROM --platform=linux/aarch64 arm64v8/alpine:3.20\n" },
    { name: "a variable that is not known", text: "FROM --platform=$BUILDPLATFORM alpine:3.20\n" },
    {
      name: "another registry",
      text: "FROM --platform=linux/arm64 registry.example.mil/amd64/alpine:3.20\n",
    },
  ],
  fail: [
    {
      name: "a mistyped architecture",
      text: "FROM --platform=linux/arm46 alpine:3.20\n",
      findings: [
        {
          at: "1:17-1:28",
          problem: "unknownPlatform",
          message: 'Platform "linux/arm46" is not known: there is no "arm46"; "arm64" may be meant.',
        },
      ],
      fixed: null,
    },
    {
      name: "an image of another architecture",
      text: "ARG ARCH=amd64\nFROM --platform=linux/${ARCH} arm64v8/alpine:3.20\n",
      findings: [
        {
          at: "2:17-2:30",
          problem: "otherArchitecture",
          message: 'Platform "linux/amd64" is asked for, but the base image is built for arm64 only.',
        },
      ],
      fixed: null,
    },
  ],
};
