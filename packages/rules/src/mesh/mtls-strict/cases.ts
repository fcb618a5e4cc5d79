import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the whole mesh is strict",
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
`,
    },
    {
      name: "a workload's policy is strict on its own",
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels:
      app: orders
  mtls:
    mode: STRICT
`,
    },
    {
      name: "a namespace without a mode takes that of the mesh",
      files: {
        "root.yaml": `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
`,
      },
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec: {}
`,
    },
    {
      name: "a workload without a mode takes that of its namespace, whatever the mesh says",
      files: {
        "others.yaml": `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec:
  mtls:
    mode: STRICT
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: PERMISSIVE
`,
      },
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  mtls:
    mode: UNSET
`,
    },
    {
      name: "a port that takes the mode of its workload",
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  mtls:
    mode: STRICT
  portLevelMtls:
    8080:
      mode: UNSET
`,
    },
  ],
  fail: [
    {
      name: "the whole mesh is permissive",
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: PERMISSIVE
`,
      findings: [
        {
          at: "8:11-8:21",
          problem: "notStrict",
          message:
            'PeerAuthentication "default" has mode PERMISSIVE: its pods take connections that prove no identity.',
        },
      ],
      fixed: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
`,
    },
    {
      name: "a namespace turns off what the mesh demands",
      files: {
        "root.yaml": `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
`,
      },
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec:
  mtls:
    mode: DISABLE # until the move is done
`,
      findings: [{ at: "8:11-8:18", problem: "notStrict" }],
      fixed: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec:
  mtls:
    mode: STRICT # until the move is done
`,
    },
    {
      name: "a workload is more open than its namespace",
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels:
      app: orders
  mtls: {mode: permissive}
`,
      findings: [{ at: "10:16-10:26", problem: "notStrict" }],
      fixed: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels:
      app: orders
  mtls: {mode: STRICT}
`,
    },
    {
      name: "one port is open",
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels:
      app: orders
  mtls:
    mode: STRICT
  portLevelMtls:
    8080:
      mode: DISABLE
    9090:
      mode: STRICT
`,
      findings: [
        {
          at: "14:13-14:20",
          problem: "portNotStrict",
          message:
            'PeerAuthentication "orders" has mode DISABLE on a port: it takes connections that prove no identity.',
        },
      ],
      fixed: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels:
      app: orders
  mtls:
    mode: STRICT
  portLevelMtls:
    8080:
      mode: STRICT
    9090:
      mode: STRICT
`,
    },
    {
      name: "no mode anywhere",
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec:
  mtls:
    mode: UNSET
`,
      findings: [
        {
          at: "8:5-8:9",
          problem: "unset",
          message:
            'PeerAuthentication "default" states no mode, and no wider policy of the workspace demands mutual TLS.',
        },
      ],
      fixed: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec:
  mtls:
    mode: STRICT
`,
    },
    {
      name: "a policy for the mesh without a mode",
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec: {}
`,
      findings: [{ at: "6:1-6:5", problem: "unset" }],
      fixed: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
`,
    },
    {
      name: "a workload without a mode in a permissive namespace of a strict mesh",
      files: {
        "others.yaml": `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec:
  mtls:
    mode: PERMISSIVE
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
`,
      },
      text: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
`,
      findings: [{ at: "6:1-6:5", problem: "unset" }],
      fixed: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: {app: orders}
  mtls:
    mode: STRICT
`,
    },
  ],
};
