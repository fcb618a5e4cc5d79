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
    - {name: web, image: a, livenessProbe: {tcpSocket: {port: 8080}}}
`,
    },
    {
      name: "a Job, and a Pod that runs to its end",
      text: `apiVersion: batch/v1
kind: Job
metadata: {name: a}
spec: {template: {spec: {containers: [{name: a, image: a}]}}}
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  restartPolicy: Never
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "init and ephemeral containers",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, livenessProbe: {tcpSocket: {port: 8080}}}
  initContainers: [{name: setup, image: a}]
  ephemeralContainers: [{name: debug, image: a}]
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
        - {name: web, image: a, livenessProbe: {tcpSocket: {port: 80}}}
        - {name: log, image: a}
`,
    },
  ],
  fail: [
    {
      name: "no probe",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
        - name: web
          image: a
          readinessProbe: {tcpSocket: {port: 8080}}
`,
      findings: [{ at: "8:11-8:15", problem: "missing", message: 'Container "web" has no liveness probe.' }],
      fixed: null,
    },
    {
      name: "a sidecar",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - {name: setup, image: a}
    - {name: mesh, image: a, restartPolicy: Always}
  containers:
    - {name: web, image: a, livenessProbe: {tcpSocket: {port: 8080}}}
`,
      findings: [{ at: "8:8-8:12", problem: "missing" }],
      fixed: null,
    },
    {
      name: "an empty probe",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      livenessProbe:
`,
      findings: [{ at: "9:7-9:20", problem: "missing" }],
      fixed: null,
    },
  ],
};
