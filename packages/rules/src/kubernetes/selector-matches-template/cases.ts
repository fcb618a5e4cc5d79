import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the same labels and more",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web, tier: front}}}
`,
    },
  ],
  fail: [
    {
      name: "another value",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: webb
`,
      findings: [
        {
          at: "7:12-7:15",
          problem: "mismatch",
          message: 'Deployment "web" selects labels that its own pods do not have.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
`,
      safety: "safe",
    },
    {
      name: "no labels",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  selector:
    matchLabels: {app: web}
  template:
    spec: {}
`,
      findings: [{ at: "6:24-6:27", problem: "mismatch" }],
      fixed: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  selector:
    matchLabels: {app: web}
  template:
    spec: {}
    metadata:
      labels:
        app: web
`,
      safety: "safe",
    },
  ],
};
