import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "one policy for both directions, in another file",
      text: `apiVersion: v1
kind: Namespace
metadata: {name: shop}
`,
      files: {
        "policy.yaml": `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: default-deny, namespace: shop}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`,
      },
    },
    {
      name: "policies of another kind may do the same",
      text: `apiVersion: v1
kind: Namespace
metadata: {name: shop}
---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: {name: deny, namespace: shop}
`,
    },
  ],
  fail: [
    {
      name: "no policy",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
      findings: [
        {
          at: "4:9-4:13",
          problem: "missing",
          message:
            'Namespace "shop" has no NetworkPolicy that denies ingress and egress by default: every pod may speak to every other.',
        },
      ],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: shop
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`,
    },
    {
      name: "only ingress is denied",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: default-deny, namespace: shop}
spec:
  podSelector: {}
`,
      findings: [{ at: "3:34-3:38", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: shop
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: default-deny, namespace: shop}
spec:
  podSelector: {}
`,
    },
  ],
};
