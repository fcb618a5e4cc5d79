import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an account of its own",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web
  containers:
    - name: web
`,
    },
    {
      name: "no token, so no identity",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  automountServiceAccountToken: false
  containers:
    - name: web
`,
    },
  ],
  fail: [
    {
      name: "no account",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
`,
      findings: [
        {
          at: "8:7-8:17",
          problem: "defaultAccount",
          message:
            'Deployment "web" runs as the default service account of its namespace: every right given to that account is given to all such pods.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
      automountServiceAccountToken: false
`,
    },
    {
      name: "the default account by name",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: default
  containers:
    - name: web
`,
      findings: [{ at: "6:23-6:30", problem: "defaultAccount" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: default
  containers:
    - name: web
  automountServiceAccountToken: false
`,
    },
  ],
};
