import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a quota in another file",
      text: `apiVersion: v1
kind: Namespace
metadata: {name: shop}
`,
      files: {
        "quota.yaml": `apiVersion: v1
kind: ResourceQuota
metadata: {name: quota, namespace: shop}
`,
      },
    },
  ],
  fail: [
    {
      name: "a namespace",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
`,
      findings: [
        {
          at: "4:9-4:13",
          problem: "missing",
          message: 'Namespace "shop" has no ResourceQuota: one workload may take the whole cluster.',
        },
      ],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: shop
spec:
  hard:
    requests.cpu: "4"
    requests.memory: 8Gi
    limits.cpu: "8"
    limits.memory: 16Gi
    pods: "50"
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
`,
    },
    {
      name: "no namespace in the workspace, two pods in it",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
---
apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop}
`,
      findings: [{ at: "3:34-3:38", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
---
apiVersion: v1
kind: ResourceQuota
metadata:
  name: quota
  namespace: shop
spec:
  hard:
    requests.cpu: "4"
    requests.memory: 8Gi
    limits.cpu: "8"
    limits.memory: 16Gi
    pods: "50"
---
apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop}
`,
    },
  ],
};
