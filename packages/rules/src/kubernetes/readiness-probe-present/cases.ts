import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a probe",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, readinessProbe: {tcpSocket: {port: 8080}}}
`,
    },
    {
      name: "a Knative Service, which gets a probe where it has none",
      text: `apiVersion: serving.knative.dev/v1
kind: Service
metadata: {name: a}
spec: {template: {spec: {containers: [{image: a}]}}}
`,
    },
    {
      name: "a CronJob",
      text: `apiVersion: batch/v1
kind: CronJob
metadata: {name: a}
spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: a}]}}}}}
`,
    },
    {
      name: "another container has one, where that is enough",
      options: { onePerPod: true },
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - {name: web, image: a, readinessProbe: {tcpSocket: {port: 80}}}
        - {name: log, image: a}
`,
    },
  ],
  fail: [
    {
      name: "no probe",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - name: web
          image: a
`,
      findings: [{ at: "8:11-8:15", problem: "missing", message: 'Container "web" has no readiness probe.' }],
      fixed: null,
    },
    {
      name: "one container of two, in an Argo Rollout",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - {name: web, image: a, readinessProbe: {tcpSocket: {port: 8080}}}
        - {name: log, image: a}
`,
      findings: [{ at: "9:12-9:16", problem: "missing" }],
      fixed: null,
    },
  ],
};
