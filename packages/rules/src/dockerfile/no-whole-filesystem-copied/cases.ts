import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a folder of a stage",
      text: "FROM golang:1.23 AS build\nFROM scratch\nCOPY --from=build /app /\n",
    },
    { name: "the build context", text: "FROM alpine:3.20\nCOPY / /app/\n" },
  ],
  fail: [
    {
      name: "the root",
      text: "FROM golang:1.23 AS build\nFROM scratch\nCOPY --from=build / /\n",
      findings: [
        {
          at: "3:19-3:20",
          problem: "wholeFilesystem",
          message:
            'Everything of "build" is copied, with its tools, caches and secrets: name what is needed.',
        },
      ],
      fixed: null,
    },
    {
      name: "everything below it, of an image",
      text: 'FROM scratch\nCOPY --from=debian:12 ["/*", "/./", "/"]\n',
      findings: [
        { at: "2:24-2:28", problem: "wholeFilesystem" },
        { at: "2:30-2:35", problem: "wholeFilesystem" },
      ],
      fixed: null,
    },
  ],
};
