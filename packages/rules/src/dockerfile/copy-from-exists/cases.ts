import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a stage above, by name and by number",
      text: "FROM alpine:3.20 AS build\nFROM scratch\nCOPY --from=build /a /\nCOPY --from=0 /b /\n",
    },
    { name: "an image", text: "FROM scratch\nCOPY --from=busybox:1.36 /bin/sh /bin/sh\n" },
    {
      name: "a name unlike any stage, such as a build context",
      text: "FROM alpine:3.20 AS build\nFROM scratch\nCOPY --from=assets /a /\n",
    },
    { name: "files of the build context", text: "FROM alpine:3.20 AS build\nCOPY /a /\n" },
  ],
  fail: [
    {
      name: "itself",
      text: "FROM alpine:3.20 AS dep\nCOPY --from=dep /binary /\nRUN --mount=from=dep,target=/x make\n",
      findings: [
        {
          at: "2:13-2:16",
          problem: "self",
          message: 'Source "dep" is this stage itself, which cannot copy from itself.',
        },
        { at: "3:18-3:21", problem: "self" },
      ],
      fixed: null,
    },
    {
      name: "a number of no stage, and a stage further down",
      text: "FROM alpine:3.20\nCOPY --from=7 /a /\nCOPY --from=last /b /\nFROM scratch AS last\n",
      findings: [
        { at: "2:13-2:14", problem: "noSuchStage", message: 'Source "7" is the number of no stage.' },
        {
          at: "3:13-3:17",
          problem: "later",
          message: 'Source "last" is a stage further down, which only some builders accept.',
          severity: "info",
        },
      ],
      fixed: null,
    },
    {
      name: "a misspelled name",
      text: "FROM alpine:3.20 AS build\nFROM scratch\nCOPY --from=bulid /a /\n",
      findings: [
        {
          at: "3:13-3:18",
          problem: "misspelled",
          message: 'Source "bulid" is no stage, so an image of that name is pulled; "build" may be meant.',
        },
      ],
      fixed: "FROM alpine:3.20 AS build\nFROM scratch\nCOPY --from=build /a /\n",
    },
  ],
};
