import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "TLS 1.3 only",
      text: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [shop.example.com]
      tls:
        mode: SIMPLE
        credentialName: shop
        minProtocolVersion: TLSV1_3
`,
    },
    {
      name: "plain HTTP is redirected",
      text: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts: [shop.example.com]
      tls:
        httpsRedirect: true
`,
    },
    {
      name: "TLS passes through to the workload",
      text: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: {number: 443, name: tls, protocol: TLS}
      hosts: [shop.example.com]
      tls:
        mode: PASSTHROUGH
`,
    },
    {
      name: "a waypoint speaks the tunnel of the mesh",
      text: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  gatewayClassName: istio-waypoint
  listeners:
    - name: mesh
      port: 15008
      protocol: HBONE
`,
    },
    {
      name: "a listener whose only route is a redirect",
      files: {
        "route.yaml": `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: redirect
  namespace: shop
spec:
  parentRefs:
    - name: public
      sectionName: http
  rules:
    - filters:
        - type: RequestRedirect
          requestRedirect:
            scheme: https
            statusCode: 301
`,
      },
      text: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  gatewayClassName: istio
  listeners:
    - name: http
      port: 80
      protocol: HTTP
`,
    },
    {
      name: "HTTPS by the Gateway API",
      text: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  gatewayClassName: istio
  listeners:
    - name: https
      port: 443
      protocol: HTTPS
      tls:
        certificateRefs: [{name: shop}]
`,
    },
  ],
  fail: [
    {
      name: "plain HTTP",
      text: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts:
        - "*"
`,
      findings: [
        {
          at: "13:19-13:23",
          problem: "plain",
          message: 'Gateway "public" serves HTTP in the clear: redirect it to HTTPS or take it out.',
        },
      ],
      fixed: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts:
        - "*"
      tls:
        httpsRedirect: true
`,
    },
    {
      name: "HTTPS without settings, beside plain gRPC",
      text: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [shop.example.com]
    - port: {number: 9000, name: grpc, protocol: GRPC}
      hosts: [shop.example.com]
`,
      findings: [
        {
          at: "10:50-10:55",
          problem: "noTls",
          message: 'Gateway "public" serves HTTPS without saying how: it has no tls settings.',
        },
        { at: "12:50-12:54", problem: "plain" },
      ],
      fixed: null,
    },
    {
      name: "old versions and weak ciphers",
      text: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [shop.example.com]
      tls:
        mode: SIMPLE
        credentialName: shop
        minProtocolVersion: TLSV1_0
        cipherSuites:
          - ECDHE-RSA-AES256-GCM-SHA384
          - AES128-SHA
          - ECDHE-RSA-DES-CBC3-SHA
`,
      findings: [
        {
          at: "15:29-15:36",
          problem: "oldVersion",
          message: 'Gateway "public" accepts TLSV1_0: ask for TLS 1.2 at least.',
        },
        {
          at: "18:13-18:23",
          problem: "weakCipher",
          message: 'Gateway "public" accepts the weak cipher suite AES128-SHA.',
        },
        { at: "19:13-19:35", problem: "weakCipher" },
      ],
      fixed: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [shop.example.com]
      tls:
        mode: SIMPLE
        credentialName: shop
        minProtocolVersion: TLSV1_2
        cipherSuites:
          - ECDHE-RSA-AES256-GCM-SHA384
`,
    },
    {
      name: "clients may leave their certificate out",
      text: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: [shop.example.com]
      tls:
        mode: OPTIONAL_MUTUAL
        credentialName: shop
`,
      findings: [
        {
          at: "13:15-13:30",
          problem: "optionalClient",
          message:
            'Gateway "public" takes clients without a certificate (OPTIONAL_MUTUAL) where it asks for one.',
        },
      ],
      fixed: null,
    },
    {
      name: "a listener for plain HTTP",
      text: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  gatewayClassName: istio
  listeners:
    - name: http
      port: 80
      protocol: HTTP
`,
      findings: [
        {
          at: "11:17-11:21",
          problem: "plainListener",
          message:
            'Gateway "public" has a listener for HTTP, and no route of the workspace redirects it to HTTPS.',
        },
      ],
      fixed: null,
    },
    {
      name: "a listener with a route that redirects only some requests",
      files: {
        "route.yaml": `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: shop
spec:
  parentRefs: [{name: public}]
  rules:
    - matches: [{path: {value: /old}}]
      filters: [{type: RequestRedirect, requestRedirect: {scheme: https}}]
    - backendRefs: [{name: web, port: 80}]
`,
      },
      text: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: public
  namespace: shop
spec:
  gatewayClassName: istio
  listeners:
    - name: http
      port: 80
      protocol: HTTP
`,
      findings: [{ at: "11:17-11:21", problem: "plainListener" }],
      fixed: null,
    },
  ],
};
