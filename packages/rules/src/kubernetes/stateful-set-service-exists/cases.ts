import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "headless",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec: {serviceName: db}
---
apiVersion: v1
kind: Service
metadata: {name: db}
spec: {clusterIP: None}
`,
    },
  ],
  fail: [
    {
      name: "none named",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec: {}
`,
      findings: [
        {
          at: "3:18-3:20",
          problem: "missing",
          message: 'StatefulSet "db" names no Service: its pods have no names of their own in the network.',
        },
      ],
      fixed: null,
    },
    {
      name: "not headless",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: db
---
apiVersion: v1
kind: Service
metadata: {name: db}
spec: {}
`,
      findings: [{ at: "5:16-5:18", problem: "notHeadless" }],
      fixed: null,
    },
    {
      name: "another name",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: dbx
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, ports: [{containerPort: 5432}]}]}
`,
      files: {
        "service.yaml": `apiVersion: v1
kind: Service
metadata: {name: db}
spec: {clusterIP: None}
`,
      },
      findings: [{ at: "5:16-5:19", problem: "absent" }],
      fixed: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: dbx
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, ports: [{containerPort: 5432}]}]}
---
apiVersion: v1
kind: Service
metadata:
  name: dbx
spec:
  clusterIP: None
  selector:
    app: db
  ports:
    - name: port-5432
      port: 5432
`,
    },
  ],
};
