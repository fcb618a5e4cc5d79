import type { RuleCases } from "@plimsoll/core";

const all = `LABEL org.opencontainers.image.title="Web" \\
      org.opencontainers.image.description="The web" \\
      org.opencontainers.image.licenses="Apache-2.0" \\
      org.opencontainers.image.vendor="Factory" \\
      org.opencontainers.image.version="1.2.3" \\
      org.opencontainers.image.url="https://example.mil/web"
`;

export const cases: RuleCases = {
  pass: [
    { name: "all of them", text: `FROM alpine:3.20\n${all}` },
    {
      name: "some of them in the stage that it builds on",
      text: `FROM alpine:3.20 AS base\n${all}FROM base\n`,
    },
    {
      name: "a version that only CI knows",
      text: `FROM alpine:3.20\nARG VERSION\n${all}LABEL org.opencontainers.image.version=$VERSION\n`,
    },
    {
      name: "other labels where the factory says so",
      text: 'FROM alpine:3.20\nLABEL team="web"\n',
      options: { labels: ["team"] },
    },
    {
      name: "an Iron Bank contribution, whose labels stand in its manifest",
      text: "FROM alpine:3.20\n",
      siblings: { "hardening_manifest.yaml": "apiVersion: v1\n" },
    },
  ],
  fail: [
    {
      name: "none",
      text: "FROM alpine:3.20\nLABEL maintainer=me\n",
      findings: [
        {
          at: "1:6-1:17",
          problem: "missing",
          message:
            "Image lacks labels org.opencontainers.image.{title, description, licenses, vendor, version, url}.",
        },
      ],
      fixed: null,
    },
    {
      name: "one missing and one empty, in the last of two stages",
      text: `FROM alpine:3.20 AS build\nLABEL org.opencontainers.image.url="x"\nFROM alpine:3.20\n${all.replace(/ \\\n.*url.*\n/, "\n")}LABEL org.opencontainers.image.vendor=""\n`,
      findings: [
        {
          at: "3:6-3:17",
          problem: "missing",
          message: "Image lacks the label org.opencontainers.image.url.",
        },
        { at: "9:39-9:41", problem: "empty", message: 'Label "org.opencontainers.image.vendor" is empty.' },
      ],
      fixed: null,
    },
    {
      name: "a label of the factory",
      text: "FROM alpine:3.20\n",
      options: { labels: ["team"] },
      findings: [{ at: "1:6-1:17", problem: "missing", message: "Image lacks the label team." }],
      fixed: null,
    },
  ],
};
