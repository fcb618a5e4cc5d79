import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a check in the last stage",
      text: "FROM alpine:3.20\nHEALTHCHECK --interval=30s CMD wget -q localhost:8080\n",
    },
    {
      name: "a check of the stage that it builds on",
      text: 'FROM alpine:3.20 AS base\nHEALTHCHECK CMD ["/check"]\nFROM base\n',
    },
    {
      name: "switched off and on again",
      text: "FROM alpine:3.20\nHEALTHCHECK NONE\nHEALTHCHECK CMD /check\n",
    },
  ],
  fail: [
    {
      name: "no check",
      text: 'FROM alpine:3.20\nCMD ["top"]\n',
      findings: [
        {
          at: "1:6-1:17",
          problem: "missing",
          message: "Image has no HEALTHCHECK; a liveness probe in the manifest does the same for Kubernetes.",
        },
      ],
      fixed: null,
    },
    {
      name: "a check in a stage that is only copied from",
      text: "FROM alpine:3.20 AS build\nHEALTHCHECK CMD /check\nFROM alpine:3.20 AS run\nCOPY --from=build /a /a\n",
      findings: [{ at: "3:6-3:17", problem: "missing" }],
      fixed: null,
    },
    {
      name: "switched off",
      text: "FROM alpine:3.20\nHEALTHCHECK CMD /check\nHEALTHCHECK none\n",
      findings: [
        {
          at: "3:13-3:17",
          problem: "none",
          message:
            "HEALTHCHECK is switched off; a liveness probe in the manifest does the same for Kubernetes.",
        },
      ],
      fixed: null,
    },
  ],
};
