import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a route of a gateway that the workspace holds",
      files: {
        "gateway.yaml": `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
`,
      },
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  gateways:
    - public
`,
    },
    {
      name: "a declared gateway of another namespace",
      options: { gateways: ["istio-ingress/public"] },
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  gateways:
    - istio-ingress/public
    - mesh
`,
    },
    {
      name: "a route inside the mesh",
      options: { gateways: ["public"] },
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  http: [{route: [{destination: {host: web}}]}]
`,
    },
    {
      name: "no gateway is known",
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  gateways: [elsewhere/public]
`,
    },
    {
      name: "the load balancer of the gateway itself",
      files: {
        "namespace.yaml": `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
      },
      text: `apiVersion: v1
kind: Service
metadata:
  name: entry
  namespace: shop
spec:
  type: LoadBalancer
  selector:
    app: entry
    istio: entry
  ports: [{port: 443}]
`,
    },
    {
      name: "a load balancer outside of the mesh",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: LoadBalancer
  selector: {app: web}
  ports: [{port: 80}]
`,
    },
  ],
  fail: [
    {
      name: "a gateway that is not declared",
      options: { gateways: ["istio-ingress/public"] },
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  gateways:
    - own
`,
      findings: [
        {
          at: "9:7-9:10",
          problem: "undeclared",
          message: 'VirtualService "web" takes traffic from gateway "own", which is not a declared gateway.',
        },
      ],
      fixed: null,
    },
    {
      name: "an HTTPRoute of a gateway that nobody has",
      files: {
        "gateway.yaml": `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  gatewayClassName: istio
  listeners:
    - {name: https, port: 443, protocol: HTTPS}
`,
      },
      text: `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: shop
spec:
  parentRefs:
    - name: private
      namespace: istio-ingress
`,
      findings: [{ at: "8:13-8:20", problem: "undeclared" }],
      fixed: null,
    },
    {
      name: "a Service that is open by itself in a mesh",
      files: {
        "namespace.yaml": `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
      },
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
spec:
  type: LoadBalancer
  selector: {app: web}
  ports: [{port: 80}]
`,
      findings: [
        {
          at: "4:9-4:12",
          problem: "bypass",
          message:
            'Service "web" is a load balancer of its own: traffic from outside reaches its pods past the mesh\'s gateway.',
        },
      ],
      fixed: null,
    },
  ],
};
