import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "metadata of everything",
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: None
    users: [system:kube-proxy]
    verbs: [watch]
  - level: Metadata
`,
    },
    {
      name: "named one by one",
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    resources:
      - group: ""
        resources: [secrets, configmaps]
      - group: authentication.k8s.io
        resources: [tokenreviews]
  - level: Request
    resources:
      - group: ""
        resources: [pods, "pods/*", services/proxy]
      - group: apps
`,
    },
  ],
  fail: [
    {
      name: "no rules",
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
rules: []
`,
      findings: [
        {
          at: "3:1-3:6",
          problem: "notRecorded",
          message:
            "Audit policy does not record everybody's requests on secrets, tokenreviews, configmaps, pods, deployments, pods/exec, pods/portforward, pods/proxy, services/proxy.",
        },
      ],
      fixed: null,
    },
    {
      name: "shells left out",
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: None
    resources:
      - group: ""
        resources: [pods/exec, "*/proxy"]
  - level: Metadata
`,
      findings: [
        {
          at: "3:1-3:6",
          problem: "notRecorded",
          message:
            "Audit policy does not record everybody's requests on pods/exec, pods/proxy, services/proxy.",
        },
      ],
      fixed: null,
    },
    {
      name: "secrets with their bodies",
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: RequestResponse
`,
      findings: [
        {
          at: "4:12-4:27",
          problem: "bodiesRecorded",
          message:
            "Audit policy writes the bodies of requests on secrets, tokenreviews into the log: level Metadata is enough.",
        },
      ],
      fixed: null,
    },
    {
      name: "a resource under a group that it is not of",
      text: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    resources:
      - group: ""
      - group: ""
        resources: [deployments]
      - group: authentication.k8s.io
`,
      findings: [
        {
          at: "8:21-8:32",
          problem: "wrongGroup",
          message: "Audit rule for deployments fits nothing: deployments are of the group apps.",
        },
      ],
      fixed: null,
    },
  ],
};
