import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "both",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, resources: {limits: {ephemeral-storage: 1Gi}, requests: {ephemeral-storage: 1Gi}}}]}
`,
    },
  ],
  fail: [
    {
      name: "other limits only",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      resources:
        limits:
          memory: 1Gi
        requests:
          memory: 1Gi
`,
      findings: [
        {
          at: "8:9-8:15",
          problem: "limitMissing",
          message: 'Container "web" may fill the disk of its node: it has no limit for ephemeral-storage.',
        },
        { at: "10:9-10:17", problem: "requestMissing" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      resources:
        limits:
          memory: 1Gi
          ephemeral-storage: 1Gi
        requests:
          memory: 1Gi
          ephemeral-storage: 1Gi
`,
    },
    {
      name: "nothing",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
`,
      findings: [
        { at: "6:7-6:11", problem: "limitMissing" },
        { at: "6:7-6:11", problem: "requestMissing" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      resources:
        limits:
          ephemeral-storage: 1Gi
        requests:
          ephemeral-storage: 1Gi
`,
    },
    {
      name: "a limit, which is the request where none is set",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, resources: {limits: {ephemeral-storage: 1Gi}}}]}
`,
      findings: [{ at: "4:33-4:42", problem: "takenFromLimit", severity: "info" }],
      safety: "safe",
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, resources: {limits: {ephemeral-storage: 1Gi}, requests: {ephemeral-storage: 1Gi}}}]}
`,
    },
  ],
};
