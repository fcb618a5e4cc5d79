import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "one for the cluster and one for the outside",
      text: `apiVersion: v1
kind: Service
metadata: {name: web}
spec: {type: ClusterIP, selector: {app: web}}
---
apiVersion: v1
kind: Service
metadata: {name: web-external}
spec: {type: LoadBalancer, selector: {app: web}}
`,
    },
    {
      name: "a headless Service beside a usual one",
      text: `apiVersion: v1
kind: Service
metadata: {name: db}
spec: {selector: {app: db}}
---
apiVersion: v1
kind: Service
metadata: {name: db-headless}
spec: {clusterIP: None, selector: {app: db}}
`,
    },
  ],
  fail: [
    {
      name: "the same labels in another order",
      text: `apiVersion: v1
kind: Service
metadata: {name: a}
spec: {selector: {app: web, tier: front}}
---
apiVersion: v1
kind: Service
metadata: {name: b}
spec: {selector: {tier: front, app: web}}
`,
      findings: [
        {
          at: "4:18-4:41",
          problem: "sameSelector",
          message: 'Service "a" selects the same pods as Service "b".',
        },
        { at: "9:18-9:41", problem: "sameSelector" },
      ],
      fixed: null,
    },
    {
      name: "in another file",
      text: `apiVersion: v1
kind: Service
metadata: {name: a, namespace: x}
spec: {selector: {app: web}}
`,
      files: {
        "b.yaml": `apiVersion: v1
kind: Service
metadata: {name: b, namespace: x}
spec: {selector: {app: web}}
`,
      },
      findings: [{ at: "4:18-4:28", problem: "sameSelector" }],
      fixed: null,
    },
  ],
};
