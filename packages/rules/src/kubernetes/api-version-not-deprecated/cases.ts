import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "not yet deprecated, and gone (another rule says so)",
      text: `apiVersion: resource.k8s.io/v1beta1
kind: DeviceClass
metadata: {name: a}
---
apiVersion: batch/v1beta1
kind: CronJob
metadata: {name: a}
`,
      kubernetesMinor: 30,
    },
  ],
  fail: [
    {
      name: "deprecated",
      text: `apiVersion: policy/v1beta1
kind: PodDisruptionBudget
metadata: {name: a}
`,
      kubernetesMinor: 24,
      findings: [
        {
          at: "1:13-1:27",
          problem: "deprecated",
          message:
            "PodDisruptionBudget in policy/v1beta1 is deprecated and goes in Kubernetes 1.25; use policy/v1.",
        },
      ],
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: a}
`,
    },
    {
      name: "of today",
      text: `apiVersion: resource.k8s.io/v1beta1
kind: DeviceClass
metadata: {name: a}
`,
      findings: [{ at: "1:13-1:36", problem: "deprecated" }],
      fixed: null,
    },
  ],
};
