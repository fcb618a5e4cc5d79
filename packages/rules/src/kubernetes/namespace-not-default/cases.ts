import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a namespace of its own, and none stated",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
---
apiVersion: v1
kind: Pod
metadata: {name: web}
`,
    },
  ],
  fail: [
    {
      name: "a pod",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: default
`,
      findings: [{ at: "5:14-5:21", problem: "default", message: 'Pod "web" is in the namespace default.' }],
      fixed: null,
    },
    {
      name: "a binding",
      text: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: web, namespace: default}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: web}
`,
      findings: [{ at: "3:34-3:41", problem: "default" }],
      fixed: null,
    },
  ],
};
