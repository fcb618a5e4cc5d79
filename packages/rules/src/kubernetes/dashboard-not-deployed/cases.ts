import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "another program",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: dashboard}}
spec: {containers: [{name: web, image: grafana/grafana:11}]}
`,
    },
  ],
  fail: [
    {
      name: "its image",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: kubernetes-dashboard, labels: {app: kubernetes-dashboard}}
spec:
  template:
    spec:
      containers:
        - name: dashboard
          image: kubernetesui/dashboard:v2.7.0
`,
      findings: [
        {
          at: "9:18-9:47",
          problem: "image",
          message: 'Container "dashboard" runs the Kubernetes dashboard, which the STIG wants gone.',
        },
      ],
      fixed: null,
    },
    {
      name: "its label",
      text: `apiVersion: v1
kind: Pod
metadata:
  labels:
    app: kubernetes-dashboard
spec: {containers: [{name: a}]}
`,
      findings: [{ at: "5:10-5:30", problem: "label" }],
      fixed: null,
    },
  ],
};
