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
      name: "all three are declared",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: log-visualization
      product: Kibana
    - category: gitops
      product: Flux
    - category: siem-soar
      product: Splunk
`,
    },
  ],
  fail: [
    {
      name: "no GitOps",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: log-visualization
      product: Kibana
    - category: siem-soar
      product: Splunk
`,
      findings: [
        {
          at: "1:1-1:10",
          problem: "missing",
          message:
            "GitOps reconciler: the design prefers to have one, and none is declared, found or attested.",
        },
      ],
      fixed: null,
    },
    {
      name: "a file shows one of them",
      path: "plimsoll.yaml",
      files: {
        "apps.yaml": `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
`,
      },
      text: `inventory:
  tools:
    - category: siem-soar
      product: Splunk
`,
      findings: [{ at: "1:1-1:10", problem: "missing" }],
      fixed: null,
    },
  ],
};
