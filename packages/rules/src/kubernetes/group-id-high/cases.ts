import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "set for the pod",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec: {securityContext: {runAsGroup: 20000}, containers: [{name: a}]}
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
    runAsGroup: 1000
  containers: [{name: a}]
`,
      findings: [
        {
          at: "6:17-6:21",
          problem: "low",
          message: 'The pods of Pod "a" run as group 1000, a number that the node may use itself.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  securityContext:
    runAsGroup: 10000
  containers: [{name: a}]
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
      securityContext: {runAsGroup: 0}
    - name: b
      securityContext: {runAsUser: 10000}
`,
      findings: [
        { at: "7:37-7:38", problem: "low" },
        { at: "9:7-9:22", problem: "missing" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      securityContext: {runAsGroup: 10000}
    - name: b
      securityContext: {runAsUser: 10000, runAsGroup: 10000}
`,
    },
  ],
};
