import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a workspace without an inventory",
      path: "plimsoll.yaml",
      text: `profile: general
`,
    },
    {
      name: "a full record",
      path: "plimsoll.yaml",
      text: `inventory:
  environments:
    - name: production
      distribution: RKE2
      kubernetesVersion: "1.37"
      hosting: cloud
      impactLevel: il4
      authorization: record 12
      owner: platform team
      supportEnds: 2027-12-31
`,
    },
  ],
  fail: [
    {
      name: "an owner and a date are missing",
      path: "plimsoll.yaml",
      text: `inventory:
  environments:
    - name: production
      distribution: RKE2
      kubernetesVersion: "1.37"
      hosting: cloud
      impactLevel: il4
      authorization: record 12
`,
      findings: [
        {
          at: "3:13-3:23",
          problem: "incomplete",
          message:
            'The record of environment "production" does not say who maintains it and until when it is supported.',
        },
      ],
      fixed: null,
    },
    {
      name: "a version that gets no fixes",
      path: "plimsoll.yaml",
      text: `inventory:
  environments:
    - name: production
      distribution: RKE2
      kubernetesVersion: "1.29"
      hosting: cloud
      impactLevel: il4
      authorization: record 12
      owner: platform team
      supportEnds: 2027-12-31
`,
      findings: [{ at: "5:26-5:32", problem: "outOfSupport" }],
      fixed: null,
    },
    {
      name: "nothing but a name",
      path: "plimsoll.yaml",
      text: `inventory:
  environments:
    - name: test
`,
      findings: [{ at: "3:13-3:17", problem: "incomplete" }],
      fixed: null,
    },
  ],
};
