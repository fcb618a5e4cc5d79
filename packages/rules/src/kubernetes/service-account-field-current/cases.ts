import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the current field",
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
      name: "the old field",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccount: web # the shop's
`,
      findings: [
        {
          at: "6:3-6:17",
          problem: "oldField",
          message: 'Pod "web" uses serviceAccount, an old name of serviceAccountName.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  serviceAccountName: web # the shop's
`,
      safety: "safe",
    },
    {
      name: "both fields",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      serviceAccountName: web
      serviceAccount: web
`,
      findings: [{ at: "9:7-9:21", problem: "oldField" }],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      serviceAccountName: web
`,
      safety: "safe",
    },
  ],
};
