import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "made by an ExternalSecret",
      text: `apiVersion: v1
kind: Secret
metadata: {name: other}
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: db}
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {volumes: [{name: db, secret: {secretName: db}}]}
`,
    },
  ],
  fail: [
    {
      name: "another name",
      text: `apiVersion: v1
kind: Secret
metadata: {name: db}
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {volumes: [{name: db, secret: {secretName: dbx}}]}
`,
      findings: [
        {
          at: "8:50-8:53",
          problem: "absent",
          message: 'Pod "web" reads Secret "dbx", which the workspace does not hold.',
        },
      ],
      fixed: null,
    },
    {
      name: "a variable",
      text: `apiVersion: v1
kind: Secret
metadata: {name: db}
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      envFrom:
        - secretRef: {name: web}
`,
      findings: [{ at: "12:29-12:32", problem: "absent" }],
      fixed: null,
    },
  ],
};
