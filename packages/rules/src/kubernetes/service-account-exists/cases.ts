import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the account is there",
      text: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
`,
    },
    {
      name: "nothing is known of accounts here",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
`,
    },
  ],
  fail: [
    {
      name: "another account is there",
      text: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: webb
`,
      findings: [
        {
          at: "11:23-11:27",
          problem: "absent",
          message: 'Pod "web" runs under service account "webb", which the workspace does not hold.',
        },
      ],
      fixed: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
---
apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: webb
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: webb
automountServiceAccountToken: false
`,
    },
    {
      name: "only in another namespace",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: a
spec:
  serviceAccountName: web
`,
      files: {
        "accounts.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: b
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: api
  namespace: a
`,
      },
      findings: [{ at: "7:23-7:26", problem: "absent" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: a
spec:
  serviceAccountName: web
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: a
automountServiceAccountToken: false
`,
    },
  ],
};
