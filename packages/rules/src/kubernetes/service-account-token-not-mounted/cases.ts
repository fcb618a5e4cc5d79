import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the pod refuses",
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
    {
      name: "its account refuses, in another file",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: a
spec:
  serviceAccountName: web
  containers:
    - name: web
`,
      files: {
        "account.yaml": `apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
  namespace: a
automountServiceAccountToken: false
`,
      },
    },
  ],
  fail: [
    {
      name: "nothing set",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
`,
      findings: [
        {
          at: "5:1-5:5",
          problem: "tokenMounted",
          message:
            'Pod "web" mounts the token of its service account: whoever breaks into the pod speaks to the API server as that account.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
  automountServiceAccountToken: false
`,
    },
    {
      name: "the pod asks for it though its account refuses",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  automountServiceAccountToken: true
  serviceAccountName: web
  containers:
    - name: web
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
automountServiceAccountToken: false
`,
      findings: [{ at: "6:33-6:37", problem: "tokenMounted" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  automountServiceAccountToken: false
  serviceAccountName: web
  containers:
    - name: web
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
automountServiceAccountToken: false
`,
    },
  ],
};
