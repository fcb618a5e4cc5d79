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
      name: "products by their names and short names",
      path: "plimsoll.yaml",
      text: `inventory:
  environments:
    - name: test
      distribution: k3s
    - name: production
      distribution: rke2
    - name: cloud
      distribution: Red Hat OpenShift
`,
    },
  ],
  fail: [
    {
      name: "no environment is declared",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: gitops
      product: Flux
`,
      findings: [{ at: "1:1-1:10", problem: "noEnvironments" }],
      fixed: null,
    },
    {
      name: "an environment that does not say what it is",
      path: "plimsoll.yaml",
      text: `inventory:
  environments:
    - name: production
      owner: platform team
`,
      findings: [{ at: "3:13-3:23", problem: "noDistribution" }],
      fixed: null,
    },
    {
      name: "a distribution that is not on the list",
      path: "plimsoll.yaml",
      text: `inventory:
  environments:
    - name: production
      distribution: Kubernetes the hard way
`,
      findings: [{ at: "4:21-4:44", problem: "notCertified" }],
      fixed: null,
    },
  ],
};
