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
      name: "a declared tool that a file shows",
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
    {
      name: "a tool whose code lies elsewhere",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: gitops
      product: Flux
      iac: https://git.example/platform
`,
    },
    {
      name: "a product that nobody knows cannot be looked for",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: gitops
      product: Homemade
`,
    },
  ],
  fail: [
    {
      name: "a declared tool whose folder does not show it",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: gitops
      product: Flux
      iac: clusters/
`,
      findings: [
        {
          at: "4:16-4:20",
          problem: "notFound",
          message: "Flux is declared with code in clusters/, and no file of the workspace shows it.",
        },
      ],
      fixed: null,
    },
    {
      name: "a declared tool that no file shows",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: gitops
      product: Flux
`,
      findings: [{ at: "4:16-4:20", problem: "notFound" }],
      fixed: null,
    },
    {
      name: "a tool that files show and nobody declares",
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
      product: Homemade
`,
      findings: [{ at: "1:1-1:10", problem: "notDeclared" }],
      fixed: null,
    },
  ],
};
