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
      name: "a tool for every required category, two scanners of different engines",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: Logging agent
      product: Fluent Bit
    - category: Logging storage and retrieval
      product: Loki
    - category: Container policy enforcement (admission and background)
      product: Kyverno
    - category: runtime-defense
      product: NeuVector
    - category: service-mesh
      product: Istio
    - category: mesh-proxy
      product: Istio sidecar
    - category: vulnerability-management
      product: DefectDojo
    - category: cve-service
      product: Clair
    - category: artifact-repository
      product: Harbor
    - category: zero-trust-identity
      product: Keycloak
    - category: cicd-orchestrator
      product: GitLab
    - category: iac-cac
      product: OpenTofu
    - category: netflow
      product: Cilium Hubble
    - category: container-scanner
      product: Trivy
    - category: container-scanner
      product: Grype
    - category: scap-tool
      product: OpenSCAP
    - category: cnap
      product: Istio gateway
    - category: sast
      product: Semgrep
    - category: dast
      product: ZAP
`,
    },
    {
      name: "a repository by its host and an orchestrator by its workflows, another part attested",
      path: "plimsoll.yaml",
      files: {
        ".github/workflows/ci.yaml": `on: push
jobs:
  test:
    steps:
      - run: go test ./...
`,
      },
      text: `inventory:
  tools:
    - category: Logging agent
      product: Fluent Bit
    - category: Logging storage and retrieval
      product: Loki
    - category: Container policy enforcement (admission and background)
      product: Kyverno
    - category: runtime-defense
      product: NeuVector
    - category: service-mesh
      product: Istio
    - category: mesh-proxy
      product: Istio sidecar
    - category: vulnerability-management
      product: DefectDojo
    - category: cve-service
      product: Clair
    - category: zero-trust-identity
      product: Keycloak
    - category: iac-cac
      product: OpenTofu
    - category: container-scanner
      product: Trivy
    - category: container-scanner
      product: Grype
    - category: scap-tool
      product: OpenSCAP
    - category: cnap
      product: Istio gateway
    - category: sast
      product: Semgrep
    - category: dast
      product: ZAP
  artifactRepository:
    host: registry.factory.example
  attestations:
    - requirement: T15-NETFLOW
      statement: The provider records flows.
      role: operator
      who: A. Person
      date: 2026-09-01
`,
    },
  ],
  fail: [
    {
      name: "no runtime defense",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: Logging agent
      product: Fluent Bit
    - category: Logging storage and retrieval
      product: Loki
    - category: Container policy enforcement (admission and background)
      product: Kyverno
    - category: service-mesh
      product: Istio
    - category: mesh-proxy
      product: Istio sidecar
    - category: vulnerability-management
      product: DefectDojo
    - category: cve-service
      product: Clair
    - category: artifact-repository
      product: Harbor
    - category: zero-trust-identity
      product: Keycloak
    - category: cicd-orchestrator
      product: GitLab
    - category: iac-cac
      product: OpenTofu
    - category: netflow
      product: Cilium Hubble
    - category: container-scanner
      product: Trivy
    - category: container-scanner
      product: Grype
    - category: scap-tool
      product: OpenSCAP
    - category: cnap
      product: Istio gateway
    - category: sast
      product: Semgrep
    - category: dast
      product: ZAP
`,
      findings: [
        {
          at: "1:1-1:10",
          problem: "missing",
          message: "Runtime defense: no tool is declared in the inventory, found in the files, or attested.",
        },
      ],
      fixed: null,
    },
    {
      name: "one scanner is too few",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: Logging agent
      product: Fluent Bit
    - category: Logging storage and retrieval
      product: Loki
    - category: Container policy enforcement (admission and background)
      product: Kyverno
    - category: runtime-defense
      product: NeuVector
    - category: service-mesh
      product: Istio
    - category: mesh-proxy
      product: Istio sidecar
    - category: vulnerability-management
      product: DefectDojo
    - category: cve-service
      product: Clair
    - category: artifact-repository
      product: Harbor
    - category: zero-trust-identity
      product: Keycloak
    - category: cicd-orchestrator
      product: GitLab
    - category: iac-cac
      product: OpenTofu
    - category: netflow
      product: Cilium Hubble
    - category: container-scanner
      product: Trivy
    - category: scap-tool
      product: OpenSCAP
    - category: cnap
      product: Istio gateway
    - category: sast
      product: Semgrep
    - category: dast
      product: ZAP
`,
      findings: [{ at: "1:1-1:10", problem: "tooFew" }],
      fixed: null,
    },
    {
      name: "two names of one engine are one scanner",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: Logging agent
      product: Fluent Bit
    - category: Logging storage and retrieval
      product: Loki
    - category: Container policy enforcement (admission and background)
      product: Kyverno
    - category: runtime-defense
      product: NeuVector
    - category: service-mesh
      product: Istio
    - category: mesh-proxy
      product: Istio sidecar
    - category: vulnerability-management
      product: DefectDojo
    - category: cve-service
      product: Clair
    - category: artifact-repository
      product: Harbor
    - category: zero-trust-identity
      product: Keycloak
    - category: cicd-orchestrator
      product: GitLab
    - category: iac-cac
      product: OpenTofu
    - category: netflow
      product: Cilium Hubble
    - category: container-scanner
      product: Trivy
    - category: scap-tool
      product: OpenSCAP
    - category: cnap
      product: Istio gateway
    - category: sast
      product: Semgrep
    - category: dast
      product: ZAP
    - category: container-scanner
      product: trivy
`,
      findings: [{ at: "1:1-1:10", problem: "tooFew" }],
      fixed: null,
    },
  ],
};
