import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the mesh allows nothing by default",
      files: {
        "root.yaml": `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: allow-nothing
  namespace: istio-system
spec: {}
`,
      },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
    },
    {
      name: "the namespace allows nothing by default",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: allow-nothing
  namespace: shop
spec:
  {}
`,
    },
    {
      name: "a policy of the namespace with rules refuses the rest",
      files: {
        "own.yaml": `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: from-gateway
  namespace: shop
spec:
  action: ALLOW
  rules:
    - from:
        - source:
            namespaces: [istio-ingress]
`,
      },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
    },
    {
      name: "Linkerd refuses by default",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations:
    linkerd.io/inject: enabled
    config.linkerd.io/default-inbound-policy: deny
`,
    },
    {
      name: "a namespace outside of the mesh",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
    },
  ],
  fail: [
    {
      name: "no policy at all",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
      findings: [
        {
          at: "4:9-4:13",
          problem: "missing",
          message:
            'Namespace "shop" has no AuthorizationPolicy that allows nothing by default: any workload may call any other.',
        },
      ],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: allow-nothing
  namespace: shop
spec: {}
`,
    },
    {
      name: "a policy for one workload leaves the others open",
      files: {
        "own.yaml": `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  rules:
    - from:
        - source: {namespaces: [shop]}
`,
      },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
      findings: [{ at: "4:9-4:13", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: allow-nothing
  namespace: shop
spec: {}
`,
    },
    {
      name: "a rule that allows everything",
      files: {
        "own.yaml": `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: allow-all
  namespace: shop
spec:
  rules:
    - {}
`,
      },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
      findings: [{ at: "4:9-4:13", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: allow-nothing
  namespace: shop
spec: {}
`,
    },
    {
      name: "a DENY policy for some paths allows the rest",
      files: {
        "own.yaml": `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: no-admin
  namespace: shop
spec:
  action: DENY
  rules:
    - to:
        - operation: {paths: ["/admin*"]}
`,
      },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
      findings: [{ at: "4:9-4:13", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: allow-nothing
  namespace: shop
spec: {}
`,
    },
    {
      name: "Linkerd takes any request",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations:
    linkerd.io/inject: enabled
`,
      findings: [
        {
          at: "4:9-4:13",
          problem: "linkerdAllows",
          message:
            'Namespace "shop" lets Linkerd take any request: set config.linkerd.io/default-inbound-policy to deny.',
        },
      ],
      fixed: null,
    },
  ],
};
