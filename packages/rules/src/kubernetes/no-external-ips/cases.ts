import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "none, and an address that was assigned",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {externalIPs: []}
---
apiVersion: v1
kind: Service
metadata: {name: api}
spec: {externalIPs: [203.0.113.1]}
`,
      options: { allowed: ["203.0.113.1"] },
    },
  ],
  fail: [
    {
      name: "an address",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  ports: [{port: 80}]
  externalIPs:
    - 203.0.113.7
`,
      findings: [
        {
          at: "7:7-7:18",
          problem: "externalIp",
          message: 'Service "web" takes the traffic for 203.0.113.7, whoever owns that address.',
        },
      ],
      fixed: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  ports: [{port: 80}]
  externalIPs: []
`,
    },
    {
      name: "in flow style",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80}], externalIPs: [203.0.113.7]}
`,
      findings: [{ at: "4:43-4:54", problem: "externalIp" }],
      fixed: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80}], externalIPs: []}
`,
    },
  ],
};
