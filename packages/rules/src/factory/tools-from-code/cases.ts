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
      name: "a tool whose code is named",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: gitops
      product: Flux
      iac: clusters/
`,
    },
    {
      name: "a tool that the workspace shows",
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
    - category: gitops
      product: Flux
`,
    },
  ],
  fail: [
    {
      name: "a tool without code",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: gitops
      product: Flux
`,
      findings: [{ at: "4:16-4:20", problem: "noSource" }],
      fixed: null,
    },
    {
      name: "a product that nobody knows",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: dast
      product: Homemade
`,
      findings: [{ at: "4:16-4:24", problem: "noSource" }],
      fixed: null,
    },
  ],
};
