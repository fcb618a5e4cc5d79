import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "other ports, and UDP",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, ports: [{containerPort: 8080}, {containerPort: 22, protocol: UDP}]}]}
`,
    },
  ],
  fail: [
    {
      name: "a container",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      ports:
        - containerPort: 22
`,
      findings: [
        {
          at: "8:26-8:28",
          problem: "port",
          message: 'Container "web" offers port 22: a way in past the API server, its rights and its log.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      ports: []
`,
    },
    {
      name: "a Service",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  ports:
    - port: 2222
      targetPort: 22
`,
      findings: [{ at: "7:19-7:21", problem: "service" }],
      fixed: `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  ports: []
`,
    },
  ],
};
