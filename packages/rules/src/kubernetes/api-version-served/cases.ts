import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "current, and still served then",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
---
apiVersion: networking.k8s.io/v1beta1
kind: Ingress
metadata: {name: web}
`,
      kubernetesMinor: 21,
    },
  ],
  fail: [
    {
      name: "only the version changed",
      text: `apiVersion: batch/v1beta1
kind: CronJob
metadata: {name: nightly}
`,
      findings: [
        {
          at: "1:13-1:26",
          problem: "removed",
          message: "Kubernetes 1.25 and later do not serve CronJob in batch/v1beta1; use batch/v1.",
        },
      ],
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
`,
    },
    {
      name: "the fields changed too",
      text: `apiVersion: extensions/v1beta1
kind: Ingress
metadata: {name: web}
`,
      kubernetesMinor: 22,
      findings: [{ at: "1:13-1:31", problem: "removed" }],
      fixed: null,
    },
    {
      name: "a workload with and one without a selector",
      text: `apiVersion: apps/v1beta2
kind: Deployment
metadata: {name: a}
spec: {selector: {matchLabels: {app: a}}}
---
apiVersion: "apps/v1beta1"
kind: Deployment
metadata: {name: b}
spec: {}
`,
      findings: [
        { at: "1:13-1:25", problem: "removed" },
        { at: "6:13-6:27", problem: "removed" },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec: {selector: {matchLabels: {app: a}}}
---
apiVersion: "apps/v1beta1"
kind: Deployment
metadata: {name: b}
spec: {}
`,
      remains: true,
    },
    {
      name: "nothing takes its place",
      text: `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata: {name: a}
`,
      findings: [{ at: "1:13-1:27", problem: "removed" }],
      fixed: null,
    },
  ],
};
