import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "stable, and another project's alpha",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: web}
`,
    },
  ],
  fail: [
    {
      name: "a group of Kubernetes",
      text: `apiVersion: coordination.k8s.io/v1alpha2
kind: LeaseCandidate
metadata: {name: a}
`,
      findings: [
        {
          at: "1:13-1:41",
          problem: "alpha",
          message:
            "coordination.k8s.io/v1alpha2 LeaseCandidate is an alpha API: clusters do not serve it unless told to, and it may change or go with any release.",
        },
      ],
      fixed: null,
    },
    {
      name: "another",
      text: `apiVersion: internal.apiserver.k8s.io/v1alpha1
kind: StorageVersion
metadata: {name: a}
`,
      findings: [{ at: "1:13-1:47", problem: "alpha" }],
      fixed: null,
    },
  ],
};
