import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "plain comments",
      text: "# check=error=true\n# hadolint is happy with this\nFROM alpine:3.20\n# we ignore it\nRUN x\n",
    },
  ],
  fail: [
    {
      name: "of several tools",
      text: "FROM alpine:3.20\n# hadolint ignore=DL3018,DL3019\nRUN apk add curl\n#trivy:ignore:DS-0002\n#checkov:skip=CKV_DOCKER_3:because\nRUN x\n# hadolint stage ignore=DL3002\n",
      findings: [
        {
          at: "2:1-2:32",
          problem: "pragma",
          message:
            "Comment switches checks of hadolint off without approval and end: record a waiver, or remove it.",
        },
        { at: "4:1-4:22", problem: "pragma" },
        { at: "5:1-5:35", problem: "pragma" },
        { at: "7:1-7:31", problem: "pragma" },
      ],
      fixed: null,
    },
    {
      name: "of BuildKit",
      text: "# check=skip=JSONArgsRecommended;error=true\nFROM alpine:3.20\n",
      findings: [{ at: "1:1-1:44", problem: "pragma" }],
      fixed: null,
    },
  ],
};
