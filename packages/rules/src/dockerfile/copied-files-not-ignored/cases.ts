import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    { name: "no .dockerignore", text: "FROM alpine:3.20\nCOPY dist /app/\n" },
    {
      name: "a file that is not ignored",
      text: "FROM alpine:3.20\nCOPY src /app/\n",
      siblings: { ".dockerignore": "dist\n" },
    },
    {
      name: "a file that is taken in again",
      text: "FROM alpine:3.20\nCOPY dist/app.js dist /app/\n",
      siblings: { ".dockerignore": "dist\n!dist/app.js\n" },
    },
    {
      name: "a stage, a pattern, and the whole context",
      text: "FROM alpine:3.20 AS build\nFROM alpine:3.20\nCOPY --from=build dist /app/\nCOPY dist/*.js . /app/\n",
      siblings: { ".dockerignore": "dist\n" },
    },
  ],
  fail: [
    {
      name: "an ignored folder and a file in it",
      text: "FROM alpine:3.20\nCOPY ./dist/ /app/\nADD dist/app.js /app/\n",
      siblings: { ".dockerignore": "# built\ndist\n" },
      findings: [
        {
          at: "2:6-2:13",
          problem: "ignored",
          message:
            'File "./dist/" is kept out of the build context by .dockerignore, so it cannot be copied.',
        },
        { at: "3:5-3:16", problem: "ignored" },
      ],
      fixed: null,
    },
    {
      name: "everything is ignored, for this Dockerfile only",
      text: "FROM alpine:3.20\nCOPY package.json /app/\n",
      path: "web.Dockerfile",
      siblings: { "web.Dockerfile.dockerignore": "*\n", ".dockerignore": "" },
      findings: [{ at: "2:6-2:18", problem: "ignored" }],
      fixed: null,
    },
  ],
};
