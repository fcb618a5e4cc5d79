import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "by the pod, by the container, in a user namespace",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec: {securityContext: {runAsUser: 10000}, containers: [{name: a}]}
---
apiVersion: v1
kind: Pod
metadata: {name: b}
spec: {securityContext: {runAsUser: 180}, containers: [{name: b, securityContext: {runAsUser: 12000}}]}
---
apiVersion: v1
kind: Pod
metadata: {name: c}
spec: {hostUsers: false, containers: [{name: c}]}
`,
    },
  ],
  fail: [
    {
      name: "by the pod",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  securityContext:
    runAsUser: 1000
  containers: [{name: a}, {name: b}]
`,
      findings: [
        {
          at: "6:16-6:20",
          problem: "low",
          message: 'The pods of Pod "a" run as user 1000, a number that the node may use itself.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  securityContext:
    runAsUser: 10000
  containers: [{name: a}, {name: b}]
`,
    },
    {
      name: "by the container, and none",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      securityContext: {runAsUser: 0}
    - name: b
`,
      findings: [
        { at: "7:36-7:37", problem: "low" },
        { at: "8:7-8:11", problem: "missing" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      securityContext: {runAsUser: 10000}
    - name: b
      securityContext:
        runAsUser: 10000
`,
    },
  ],
};
