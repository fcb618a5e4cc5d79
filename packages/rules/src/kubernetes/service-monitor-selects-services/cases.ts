import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "matches",
      text: `apiVersion: v1
kind: Service
metadata: {name: web, labels: {app: web}}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web}
spec: {selector: {matchLabels: {app: web}}}
`,
    },
  ],
  fail: [
    {
      name: "another label",
      text: `apiVersion: v1
kind: Service
metadata: {name: web, labels: {app: web}}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web}
spec:
  selector:
    matchLabels: {app: api}
`,
      findings: [
        {
          at: "10:5-10:16",
          problem: "nothingSelected",
          message: 'ServiceMonitor "web" selects no Service of the workspace: nothing is measured.',
        },
      ],
      fixed: null,
    },
    {
      name: "no labels on the Service",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}}
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: web}
spec: {selector: {matchLabels: {app: web}}}
`,
      findings: [{ at: "9:18-9:43", problem: "nothingSelected" }],
      fixed: null,
    },
  ],
};
