import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "no bound is set",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, resources: {limits: {memory: 64Gi}}}]}
`,
    },
    {
      name: "within",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, resources: {limits: {memory: 1024Mi, cpu: 0.5}, requests: {cpu: 250m}}}]}
`,
      options: { memory: "1Gi", cpu: "500m", cpuRatio: 2 },
    },
  ],
  fail: [
    {
      name: "above",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      resources:
        limits:
          cpu: 1
          memory: 2Gi
`,
      options: { memory: "1Gi", cpu: "200m" },
      findings: [
        {
          at: "9:16-9:17",
          problem: "aboveMaximum",
          message: 'The limits.cpu of container "web" is above 200m.',
        },
        { at: "10:19-10:22", problem: "aboveMaximum" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      resources:
        limits:
          cpu: 200m
          memory: 1Gi
`,
    },
    {
      name: "a ratio",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      resources:
        limits: {memory: 2Gi}
        requests: {memory: 100Mi}
`,
      options: { memoryRatio: 2 },
      findings: [{ at: "8:26-8:29", problem: "ratio" }],
      fixed: null,
    },
  ],
};
