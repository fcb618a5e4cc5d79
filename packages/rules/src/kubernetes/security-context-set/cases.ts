import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "both",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec: {securityContext: {runAsNonRoot: true}, containers: [{name: a, securityContext: {readOnlyRootFilesystem: true}}]}
`,
    },
  ],
  fail: [
    {
      name: "neither",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
`,
      findings: [
        { at: "4:1-4:5", problem: "podMissing", message: 'The pods of Pod "a" have no security context.' },
        { at: "6:7-6:11", problem: "containerMissing" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers:
    - name: a
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop:
            - ALL
        readOnlyRootFilesystem: true
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
`,
    },
    {
      name: "empty",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  securityContext: {}
  containers:
    - name: a
      securityContext: {}
`,
      findings: [
        { at: "5:20-5:22", problem: "podMissing" },
        { at: "8:24-8:26", problem: "containerMissing" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: a
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop:
            - ALL
        readOnlyRootFilesystem: true
`,
    },
    {
      name: "fields without values, which other fixes fill",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  securityContext:
    seccompProfile:
  containers:
    - {name: web, securityContext: {privileged: false}}
`,
      findings: [{ at: "6:5-6:19", problem: "podMissing" }],
      fixed: null,
    },
  ],
};
