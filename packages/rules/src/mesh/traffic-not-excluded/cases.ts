import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "pods whose traffic all goes through the proxy",
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
      name: "annotations that exclude nothing",
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
        traffic.sidecar.istio.io/excludeInboundPorts: ""
        traffic.sidecar.istio.io/includeInboundPorts: "*"
        sidecar.istio.io/interceptionMode: REDIRECT
    spec:
      containers:
        - name: orders
          image: orders
`,
    },
    {
      name: "an annotation on the Deployment means nothing",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  annotations:
    traffic.sidecar.istio.io/excludeInboundPorts: "9090"
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
  ],
  fail: [
    {
      name: "a port for metrics goes past the proxy",
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
        traffic.sidecar.istio.io/excludeInboundPorts: "9090"
        example.com/owner: sales
    spec:
      containers:
        - name: orders
          image: orders
`,
      findings: [
        {
          at: "12:9-12:53",
          problem: "excluded",
          message:
            'Deployment "orders" keeps traffic from the mesh by excludeInboundPorts: it is neither encrypted nor authorized.',
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
      annotations:
        example.com/owner: sales
    spec:
      containers:
        - name: orders
          image: orders
`,
    },
    {
      name: "only some addresses are taken in",
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
        traffic.sidecar.istio.io/includeOutboundIPRanges: 10.0.0.0/8
        traffic.sidecar.istio.io/excludeOutboundPorts: "5432"
    spec:
      containers:
        - name: orders
          image: orders
`,
      findings: [
        { at: "12:9-12:57", problem: "excluded" },
        { at: "13:9-13:54", problem: "excluded" },
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
      name: "the proxy sees no traffic at all",
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
        sidecar.istio.io/interceptionMode: NONE
    spec:
      containers:
        - name: orders
          image: orders
`,
      findings: [{ at: "12:9-12:42", problem: "excluded" }],
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
      name: "a pod that ambient mode does not capture",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: orders
  annotations: {ambient.istio.io/bypass-inbound-capture: "true"}
spec:
  containers:
    - name: orders
      image: orders
`,
      findings: [{ at: "5:17-5:56", problem: "excluded" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: orders
  annotations: {}
spec:
  containers:
    - name: orders
      image: orders
`,
    },
    {
      name: "a whole namespace of Linkerd skips a port",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations:
    linkerd.io/inject: enabled
    config.linkerd.io/skip-outbound-ports: "3306"
`,
      findings: [{ at: "7:5-7:42", problem: "excluded" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations:
    linkerd.io/inject: enabled
`,
    },
  ],
};
