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
      name: "the same version in both, and another product",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - { category: gitops, product: Flux, version: 2.6.0, environment: test }
    - { category: gitops, product: flux, version: 2.6.0, environment: production }
    - { category: sast, product: Semgrep, version: 1.9.0, environment: test }
`,
    },
    {
      name: "entries without environment are not compared",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - { category: gitops, product: Flux, version: 2.6.0 }
    - { category: gitops, product: Flux, version: 2.5.0 }
`,
    },
  ],
  fail: [
    {
      name: "another version in production",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - { category: gitops, product: Flux, version: 2.6.0, environment: test }
    - { category: gitops, product: Flux, version: 2.5.0, environment: production }
`,
      findings: [{ at: "4:51-4:56", problem: "versionDiffers" }],
      fixed: null,
    },
    {
      name: "another image in production",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - { category: gitops, product: Flux, image: a/flux:1, environment: test }
    - { category: gitops, product: Flux, image: b/flux:1, environment: production }
`,
      findings: [{ at: "4:49-4:57", problem: "imageDiffers" }],
      fixed: null,
    },
  ],
};
