import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a named caller",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  rules:
    - from:
        - source:
            principals: ["cluster.local/ns/shop/sa/web"]
      to:
        - operation:
            methods: ["GET"]
`,
    },
    {
      name: "allow nothing",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: allow-nothing
  namespace: shop
spec: {}
`,
    },
    {
      name: "any caller with a token",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: orders
  namespace: shop
spec:
  rules:
    - from:
        - source:
            requestPrincipals: ["*"]
`,
    },
    {
      name: "a DENY policy without a source refuses all of them",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: no-admin
  namespace: shop
spec:
  action: DENY
  rules:
    - to:
        - operation:
            paths: ["/admin*"]
`,
    },
    {
      name: "public pages by their paths",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: web
  namespace: shop
spec:
  rules:
    - to:
        - operation:
            paths: ["/", "/index.html"]
`,
    },
    {
      name: "every principal, of one namespace",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: orders
  namespace: shop
spec:
  rules:
    - from:
        - source:
            principals: ["*"]
            namespaces: ["web"]
`,
    },
    {
      name: "tokens are checked and asked for",
      files: {
        "policy.yaml": `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  rules:
    - from:
        - source: {requestPrincipals: ["https://issuer.example.com/*"]}
`,
      },
      text: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  jwtRules:
    - issuer: https://issuer.example.com
`,
    },
  ],
  fail: [
    {
      name: "a rule without conditions",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: allow-all
  namespace: shop
spec:
  action: ALLOW
  rules:
    - {}
`,
      findings: [
        {
          at: "9:7-9:9",
          problem: "anyRequest",
          message: 'AuthorizationPolicy "allow-all" has a rule without conditions: it allows every request.',
        },
      ],
      fixed: null,
    },
    {
      name: "every identity of the mesh",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: orders
  namespace: shop
spec:
  rules:
    - from:
        - source:
            principals: ["*"]
        - source:
            ipBlocks: ["10.0.0.0/8", "0.0.0.0/0"]
`,
      findings: [
        {
          at: "10:26-10:29",
          problem: "anyPrincipal",
          message:
            'AuthorizationPolicy "orders" allows every caller by "*": name the identities that may call.',
        },
        { at: "12:38-12:49", problem: "anyPrincipal" },
      ],
      fixed: null,
    },
    {
      name: "administration for any caller",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: orders
  namespace: shop
spec:
  rules:
    - to:
        - operation:
            paths: ["/orders", "/admin/users"]
`,
      findings: [
        {
          at: "10:32-10:46",
          problem: "sensitivePath",
          message:
            'AuthorizationPolicy "orders" lets any caller reach "/admin/users": name the identities that may.',
        },
      ],
      fixed: null,
    },
    {
      name: "only the method is asked for",
      text: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: orders
  namespace: shop
spec:
  rules:
    - to:
        - operation:
            methods: ["GET"]
`,
      findings: [
        {
          at: "8:7-8:9",
          problem: "anySource",
          message:
            'AuthorizationPolicy "orders" has a rule that names no source: any caller may use what it allows.',
          severity: "warning",
        },
      ],
      fixed: null,
    },
    {
      name: "no policy asks for the token",
      text: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  jwtRules:
    - issuer: https://issuer.example.com
`,
      findings: [
        {
          at: "4:9-4:15",
          problem: "tokenNotRequired",
          message:
            'RequestAuthentication "orders" only checks tokens that are sent, and no AuthorizationPolicy asks for one.',
          severity: "warning",
        },
      ],
      fixed: null,
    },
    {
      name: "the policy that asks for a token is for other pods",
      files: {
        "policy.yaml": `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: bills
  namespace: shop
spec:
  selector:
    matchLabels: {app: bills}
  rules:
    - from:
        - source: {requestPrincipals: ["*"]}
`,
      },
      text: `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  jwtRules:
    - issuer: https://issuer.example.com
`,
      findings: [{ at: "4:9-4:15", problem: "tokenNotRequired", severity: "warning" }],
      fixed: null,
    },
  ],
};
