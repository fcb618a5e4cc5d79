import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a valid constraint, and a pod without one",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      topologySpreadConstraints:
        - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: web}}}
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: []}
`,
    },
  ],
  fail: [
    {
      name: "none",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
`,
      findings: [
        {
          at: "9:5-9:9",
          problem: "missing",
          message: 'The pods of Deployment "web" may all land in one zone.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app: web
`,
    },
    {
      name: "not valid",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  topologySpreadConstraints:
    - maxSkew: 0
      topologyKey: zone
      whenUnsatisfiable: DoNotSchedule
      labelSelector: {matchLabels: {app: web}}
    - topologyKey: zone
`,
      findings: [
        { at: "6:16-6:17", problem: "invalid" },
        { at: "10:7-10:18", problem: "invalid" },
      ],
      fixed: null,
    },
  ],
};
