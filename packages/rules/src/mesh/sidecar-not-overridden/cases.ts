import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the proxy as the platform sets it",
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
`,
    },
    {
      name: "a gateway may set its own proxy",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: gateway
  namespace: shop
spec:
  selector: {matchLabels: {istio: ingressgateway}}
  template:
    metadata:
      labels: {istio: ingressgateway}
      annotations:
        inject.istio.io/templates: gateway
        proxy.istio.io/config: |
          concurrency: 4
    spec:
      containers:
        - name: istio-proxy
          image: auto
`,
    },
    {
      name: "the control plane runs as that user itself",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: istiod
  namespace: istio-system
spec:
  selector: {matchLabels: {app: istiod}}
  template:
    metadata:
      labels: {app: istiod}
    spec:
      containers:
        - name: discovery
          image: docker.io/istio/pilot:1.27.0
          securityContext:
            runAsUser: 1337
`,
    },
    {
      name: "a proxy that was put in by hand",
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
        - name: istio-proxy
          image: docker.io/istio/proxyv2:1.27.0
          securityContext:
            runAsUser: 1337
            runAsGroup: 1337
`,
    },
  ],
  fail: [
    {
      name: "another image of the proxy",
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
      annotations:
        sidecar.istio.io/proxyImage: registry.example.com/my-proxy:1
    spec:
      containers:
        - name: orders
          image: orders
`,
      findings: [
        {
          at: "12:9-12:36",
          problem: "overridden",
          message: 'Deployment "orders" replaces a part of the mesh\'s proxy by proxyImage.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
      annotations: {}
    spec:
      containers:
        - name: orders
          image: orders
`,
    },
    {
      name: "other bootstrap, discovery and volumes",
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
      annotations:
        sidecar.istio.io/bootstrapOverride: my-bootstrap
        sidecar.istio.io/discoveryAddress: istiod.other:15012
        sidecar.istio.io/userVolume: "[]"
    spec:
      containers:
        - name: orders
          image: orders
`,
      findings: [
        { at: "12:9-12:43", problem: "overridden" },
        { at: "13:9-13:42", problem: "overridden" },
        { at: "14:9-14:36", problem: "overridden" },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
      annotations:
    spec:
      containers:
        - name: orders
          image: orders
`,
    },
    {
      name: "the proxy is configured by the workload",
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
      annotations:
        proxy.istio.io/config: |
          discoveryAddress: other:15012
    spec:
      containers:
        - name: orders
          image: orders
`,
      findings: [
        {
          at: "12:9-12:30",
          problem: "configured",
          message: 'Deployment "orders" changes the configuration of its proxy by proxy.istio.io/config.',
          severity: "warning",
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
      annotations: {}
    spec:
      containers:
        - name: orders
          image: orders
`,
    },
    {
      name: "the application runs as the proxy's user",
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
      securityContext:
        runAsGroup: 1337
      containers:
        - name: orders
          image: orders
          securityContext:
            runAsUser: 1337
`,
      findings: [
        {
          at: "13:21-13:25",
          problem: "proxyUser",
          message:
            'Deployment "orders" runs as group 1337, the proxy\'s own: the mesh lets its traffic pass unseen.',
        },
        { at: "18:24-18:28", problem: "proxyUser" },
      ],
      fixed: null,
    },
  ],
};
