import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "always",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {unhealthyPodEvictionPolicy: AlwaysAllow}
`,
    },
    {
      name: "an older version",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {}
`,
      kubernetesMinor: 26,
    },
  ],
  fail: [
    {
      name: "not set",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  maxUnavailable: 1
`,
      findings: [
        {
          at: "4:1-4:5",
          problem: "unhealthyKept",
          message:
            'PodDisruptionBudget "web" protects pods that do not work: they stop nodes from being drained.',
        },
      ],
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
`,
    },
    {
      name: "the other value",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  unhealthyPodEvictionPolicy: IfHealthyBudget
`,
      findings: [{ at: "5:31-5:46", problem: "unhealthyKept" }],
      fixed: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  unhealthyPodEvictionPolicy: AlwaysAllow
`,
    },
  ],
};
