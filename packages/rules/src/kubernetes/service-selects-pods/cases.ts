import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "all labels match",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {metadata: {labels: {app: web, tier: front}}}}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web, tier: front}}
`,
    },
    {
      name: "nothing is known of pods, no selector, a name outside",
      text: `apiVersion: v1
kind: Service
metadata: {name: a}
spec: {selector: {app: a}}
---
apiVersion: v1
kind: Service
metadata: {name: b}
spec: {ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: c}
spec: {type: ExternalName, externalName: x.example.com}
`,
    },
  ],
  fail: [
    {
      name: "another label",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector:
    app: webb
`,
      findings: [
        {
          at: "10:5-10:8",
          problem: "nothingSelected",
          message: 'Service "web" selects no pod of the workspace: its callers get no answer.',
        },
      ],
      fixed: null,
    },
    {
      name: "another namespace",
      text: `apiVersion: v1
kind: Service
metadata: {name: web, namespace: a}
spec: {selector: {app: web}}
`,
      files: {
        "pod.yaml": `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: b, labels: {app: web}}
`,
      },
      findings: [{ at: "4:18-4:28", problem: "nothingSelected" }],
      fixed: null,
    },
  ],
};
