import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "both subsets are defined",
      files: {
        "rule.yaml": `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web
  namespace: shop
spec:
  host: web
  subsets:
    - name: stable
      labels: {version: v1}
    - name: canary
      labels: {version: v2}
`,
      },
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  http:
    - route:
        - destination:
            host: web
            subset: stable
          weight: 90
        - destination:
            host: web
            subset: canary
          weight: 10
`,
    },
    {
      name: "by the full name of the Service",
      files: {
        "rule.yaml": `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web
  namespace: shop
spec:
  host: web.shop.svc.cluster.local
  subsets:
    - name: stable
      labels: {version: v1}
    - name: canary
      labels: {version: v2}
`,
      },
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  http:
    - route:
        - destination:
            host: web
            subset: stable
          weight: 90
        - destination:
            host: web
            subset: canary
          weight: 10
`,
    },
    {
      name: "no rule for the host is in the workspace",
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  http:
    - route:
        - destination:
            host: web
            subset: stable
          weight: 90
        - destination:
            host: web
            subset: canary
          weight: 10
`,
    },
    {
      name: "no subset is named",
      files: {
        "rule.yaml": `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web
  namespace: shop
spec:
  host: web
  subsets:
    - name: stable
      labels: {version: v1}
`,
      },
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  http:
    - route:
        - destination: {host: web}
`,
    },
  ],
  fail: [
    {
      name: "the canary's subset is missing",
      files: {
        "rule.yaml": `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web
  namespace: shop
spec:
  host: web
  subsets:
    - name: stable
      labels: {version: v1}
`,
      },
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  http:
    - route:
        - destination:
            host: web
            subset: stable
          weight: 90
        - destination:
            host: web
            subset: canary
          weight: 10
`,
      findings: [
        {
          at: "16:21-16:27",
          problem: "undefined",
          message:
            'VirtualService "web" sends to subset "canary" of "web", which no DestinationRule of the workspace defines.',
        },
      ],
      fixed: null,
    },
    {
      name: "found by the full name",
      files: {
        "rule.yaml": `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web
  namespace: shop
spec:
  host: web
  subsets:
    - name: stable
      labels: {version: v1}
`,
      },
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  http:
    - route:
        - destination:
            host: web.shop.svc.cluster.local
            subset: stable
          weight: 90
        - destination:
            host: web.shop.svc.cluster.local
            subset: canary
          weight: 10
`,
      findings: [{ at: "16:21-16:27", problem: "undefined" }],
      fixed: null,
    },
    {
      name: "a rule without subsets",
      files: {
        "rule.yaml": `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: web
  namespace: shop
spec:
  host: web
`,
      },
      text: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: web
  namespace: shop
spec:
  hosts: [web.example.com]
  http:
    - route:
        - destination:
            host: web
            subset: stable
          weight: 90
        - destination:
            host: web
            subset: canary
          weight: 10
`,
      findings: [
        { at: "12:21-12:27", problem: "undefined" },
        { at: "16:21-16:27", problem: "undefined" },
      ],
      fixed: null,
    },
  ],
};
