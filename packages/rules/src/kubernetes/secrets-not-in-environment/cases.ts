import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a secret in a volume, and a variable from a config map",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - name: MODE
          valueFrom: {configMapKeyRef: {name: web, key: mode}}
  volumes:
    - name: token
      secret: {secretName: web}
`,
    },
  ],
  fail: [
    {
      name: "one key of a Secret",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - name: TOKEN
          valueFrom:
            secretKeyRef:
              name: web
              key: token
`,
      findings: [
        {
          at: "11:13-11:25",
          problem: "variable",
          message:
            'Variable "TOKEN" of container "web" holds a secret: every process of the container, its crash dumps and its child processes see it.',
        },
      ],
      fixed: null,
    },
    {
      name: "a whole Secret, in an init container",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      initContainers:
        - name: migrate
          envFrom:
            - secretRef: {name: db}
`,
      findings: [{ at: "11:15-11:24", problem: "allOfSecret" }],
      fixed: null,
    },
  ],
};
