import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a budget",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 3, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {maxUnavailable: 1, selector: {matchExpressions: [{key: app, operator: In, values: [web]}]}}
`,
    },
    {
      name: "one pod",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 1}
`,
    },
    {
      name: "a workload that does not select its own pods, of which another rule speaks",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {maxUnavailable: 1, selector: {matchLabels: {app: shop}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 3, selector: {matchLabels: {app: shop}}, template: {metadata: {labels: {app: web}}}}
`,
    },
  ],
  fail: [
    {
      name: "none",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 3, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}}}
`,
      findings: [
        {
          at: "3:18-3:21",
          problem: "missing",
          message:
            'Deployment "web" has no PodDisruptionBudget: an upgrade of the nodes may stop all its pods at once.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 3, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
`,
    },
    {
      name: "the budget of another namespace",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: db
  namespace: a
spec: {}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web, namespace: b}
spec: {maxUnavailable: 1, selector: {}}
`,
      findings: [{ at: "4:9-4:11", problem: "missing" }],
      fixed: null,
    },
  ],
};
