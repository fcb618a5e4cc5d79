import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "mutual TLS of the mesh",
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: orders.shop.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
    },
    {
      name: "nothing about TLS, which the mesh then sets itself",
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: orders
  trafficPolicy:
    loadBalancer:
      simple: LEAST_REQUEST
`,
    },
    {
      name: "TLS begins at the proxy for a host outside",
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: api.example.com
  trafficPolicy:
    portLevelSettings:
      - port:
          number: 443
        tls:
          mode: SIMPLE
          sni: api.example.com
`,
    },
    {
      name: "a short name that a ServiceEntry puts outside",
      files: {
        "entry.yaml": `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: ledger
  namespace: shop
spec:
  hosts: [ledger]
  location: MESH_EXTERNAL
  resolution: DNS
`,
      },
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: ledger
  trafficPolicy:
    tls:
      mode: SIMPLE
`,
    },
    {
      name: "the API server has no proxy",
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: kubernetes.default.svc.cluster.local
  trafficPolicy:
    tls:
      mode: DISABLE
`,
    },
    {
      name: "the control plane serves its own certificate",
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: istiod
spec:
  host: istiod.istio-system.svc.cluster.local
  trafficPolicy:
    tls:
      mode: SIMPLE
`,
    },
    {
      name: "a domain of two labels",
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: example.com
  trafficPolicy:
    tls:
      mode: SIMPLE
`,
    },
  ],
  fail: [
    {
      name: "TLS is off for a service of the mesh",
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: orders.shop.svc.cluster.local
  trafficPolicy:
    tls:
      mode: DISABLE
`,
      findings: [
        {
          at: "10:13-10:20",
          problem: "downgraded",
          message:
            'DestinationRule "orders" has TLS mode DISABLE for a service of the mesh: its callers give up their identity.',
        },
      ],
      fixed: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: orders.shop.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
    },
    {
      name: "a subset gives up the caller's identity",
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: orders
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
  subsets:
    - name: v2
      labels: {version: v2}
      trafficPolicy:
        tls: {mode: SIMPLE}
`,
      findings: [{ at: "15:21-15:27", problem: "downgraded" }],
      fixed: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: orders
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
  subsets:
    - name: v2
      labels: {version: v2}
      trafficPolicy:
        tls: {mode: ISTIO_MUTUAL}
`,
    },
    {
      name: "one port of all services",
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: "*.local"
  trafficPolicy:
    portLevelSettings:
      - port:
          number: 8080
        tls:
          mode: DISABLE
`,
      findings: [{ at: "13:17-13:24", problem: "downgraded" }],
      fixed: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: "*.local"
  trafficPolicy:
    portLevelSettings:
      - port:
          number: 8080
        tls:
          mode: ISTIO_MUTUAL
`,
    },
    {
      name: "a name and a namespace of which the workspace has the Service",
      files: {
        "service.yaml": `apiVersion: v1
kind: Service
metadata:
  name: orders
  namespace: shop
spec:
  selector: {app: orders}
  ports: [{port: 80}]
`,
      },
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: orders.shop
  trafficPolicy:
    tls:
      mode: DISABLE
`,
      findings: [
        {
          at: "10:13-10:20",
          problem: "perhapsDowngraded",
          message:
            'DestinationRule "orders" has TLS mode DISABLE for a service of the mesh: its callers give up their identity.',
        },
      ],
      fixed: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: orders.shop
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
    },
    {
      name: "the server's certificate is not looked at",
      text: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: api.example.com
  trafficPolicy:
    tls:
      mode: SIMPLE
      insecureSkipVerify: true
`,
      findings: [
        {
          at: "11:27-11:31",
          problem: "notVerified",
          message:
            'DestinationRule "orders" skips the check of the server\'s certificate: anyone may answer in its place.',
        },
      ],
      fixed: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
  namespace: shop
spec:
  host: api.example.com
  trafficPolicy:
    tls:
      mode: SIMPLE
      insecureSkipVerify: false
`,
    },
  ],
};
