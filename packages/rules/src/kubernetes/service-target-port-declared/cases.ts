import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "by name, by number, and the port's own number",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {containers: [{name: web, ports: [{name: http, containerPort: 8080}, {containerPort: 9090}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}, {port: 81, targetPort: 8080}, {port: 9090}]}
`,
    },
  ],
  fail: [
    {
      name: "a name that no container has",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports:
    - port: 80
      targetPort: https
`,
      findings: [
        {
          at: "13:19-13:24",
          problem: "nameMissing",
          message: 'Service "web" sends to port https, which no container of Pod "web" declares.',
        },
      ],
      fixed: null,
    },
    {
      name: "a number that no container declares",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {containers: [{name: web, ports: [{name: http, containerPort: 8080}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web}
  ports:
    - port: 80
`,
      findings: [{ at: "12:13-12:15", problem: "numberMissing" }],
      fixed: null,
    },
  ],
};
