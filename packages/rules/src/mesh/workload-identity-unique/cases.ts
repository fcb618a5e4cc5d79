import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an account for each program",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: orders
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: bills
  namespace: shop
spec:
  selector: {matchLabels: {app: bills}}
  template:
    metadata:
      labels: {app: bills}
    spec:
      serviceAccountName: bills
      containers:
        - name: bills
          image: bills
`,
    },
    {
      name: "two versions of one program",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-v1
  namespace: shop
spec:
  selector: {matchLabels: {app: orders, version: v1}}
  template:
    metadata:
      labels: {app: orders, version: v1}
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: orders
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders-v2
  namespace: shop
spec:
  selector: {matchLabels: {app: orders, version: v2}}
  template:
    metadata:
      labels: {app: orders, version: v2}
    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: orders
`,
    },
    {
      name: "outside of the mesh",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
    spec:
      containers:
        - name: orders
          image: orders
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: bills
  namespace: shop
spec:
  selector: {matchLabels: {app: bills}}
  template:
    metadata:
      labels: {app: bills}
    spec:
      containers:
        - name: bills
          image: bills
`,
    },
    {
      name: "a policy that trusts a named account",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: orders
  namespace: shop
spec:
  rules:
    - from:
        - source:
            principals: [cluster.local/ns/shop/sa/web]
`,
    },
  ],
  fail: [
    {
      name: "two programs under one account",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
    spec:
      serviceAccountName: shop
      containers:
        - name: orders
          image: orders
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: bills
  namespace: shop
spec:
  selector: {matchLabels: {app: bills}}
  template:
    metadata:
      labels: {app: bills}
    spec:
      serviceAccountName: shop
      containers:
        - name: bills
          image: bills
`,
      findings: [
        {
          at: "19:27-19:31",
          problem: "sharedIdentity",
          message:
            'Deployment "orders" has the same mesh identity as Deployment "bills": both run under service account "shop".',
        },
        { at: "35:27-35:31", problem: "sharedIdentity" },
      ],
      fixed: null,
    },
    {
      name: "two programs without an account of their own",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
    spec:
      containers:
        - name: orders
          image: orders
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: bills
  namespace: shop
spec:
  selector: {matchLabels: {app: bills}}
  template:
    metadata:
      labels: {app: bills}
    spec:
      containers:
        - name: bills
          image: bills
`,
      findings: [
        {
          at: "11:9-11:15",
          problem: "defaultIdentity",
          message:
            'Deployment "orders" has the same mesh identity as Deployment "bills": both run under service account "default".',
        },
        { at: "26:9-26:14", problem: "defaultIdentity" },
      ],
      fixed: null,
    },
    {
      name: "a policy that trusts the default account",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: orders
  namespace: shop
spec:
  rules:
    - from:
        - source:
            principals:
              - cluster.local/ns/web/sa/default
`,
      findings: [
        {
          at: "11:17-11:48",
          problem: "defaultTrusted",
          message:
            'AuthorizationPolicy "orders" trusts the default service account of "web", which is every workload there without one of its own.',
        },
      ],
      fixed: null,
    },
  ],
};
