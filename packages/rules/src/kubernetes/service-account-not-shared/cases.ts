import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "two accounts",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  serviceAccountName: a
---
apiVersion: v1
kind: Pod
metadata:
  name: b
spec:
  serviceAccountName: b
`,
    },
    {
      name: "parts of one program",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: a
  labels: {app.kubernetes.io/part-of: shop}
spec:
  serviceAccountName: shop
---
apiVersion: v1
kind: Pod
metadata:
  name: b
  labels: {app.kubernetes.io/part-of: shop}
spec:
  serviceAccountName: shop
`,
    },
  ],
  fail: [
    {
      name: "two pods",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: a
spec:
  serviceAccountName: shop
---
apiVersion: v1
kind: Pod
metadata:
  name: b
spec:
  serviceAccountName: shop
`,
      findings: [
        {
          at: "6:23-6:27",
          problem: "shared",
          message: 'Pod "a" shares service account "shop" with Pod "b".',
        },
        { at: "13:23-13:27", problem: "shared" },
      ],
      fixed: null,
    },
    {
      name: "in two files",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: a
  namespace: x
spec:
  serviceAccountName: shop
`,
      files: {
        "other.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: b
  namespace: x
spec:
  template:
    spec:
      serviceAccountName: shop
`,
      },
      findings: [{ at: "7:23-7:27", problem: "shared" }],
      fixed: null,
    },
  ],
};
