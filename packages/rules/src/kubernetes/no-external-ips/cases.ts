import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "none",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {externalIPs: []}
`,
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
          at: "6:3-6:14",
          problem: "externalIPs",
          message: 'Service "web" takes the traffic for the addresses in externalIPs, whoever owns them.',
        },
      ],
      fixed: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  ports: [{port: 80}]
`,
    },
    {
      name: "in flow style",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80}], externalIPs: [203.0.113.7]}
`,
      findings: [{ at: "4:29-4:40", problem: "externalIPs" }],
      fixed: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ports: [{port: 80}]}
`,
    },
  ],
};
