import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the mesh is strict",
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
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
`,
    },
    {
      name: "the namespace is strict on its own",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    istio-injection: enabled
---
apiVersion: security.istio.io/v1
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
      name: "a namespace outside of the mesh",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
    },
    {
      name: "Linkerd has mutual TLS between its pods without a policy",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations:
    linkerd.io/inject: enabled
`,
    },
    {
      name: "another root namespace",
      options: { rootNamespace: "mesh" },
      files: {
        "root.yaml": `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: mesh
spec:
  mtls:
    mode: STRICT
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
      name: "the namespace's own open policy is told where it stands",
      files: {
        "own.yaml": `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec:
  mtls:
    mode: PERMISSIVE
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
  ],
  fail: [
    {
      name: "nothing demands mutual TLS",
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
            'Namespace "shop" has no PeerAuthentication with mode STRICT, and neither has "istio-system": its pods take plain connections.',
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
      name: "only one workload is strict",
      files: {
        "own.yaml": `apiVersion: security.istio.io/v1
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
      name: "ambient mode takes plain connections too",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: {istio.io/dataplane-mode: ambient}
`,
      findings: [{ at: "4:9-4:13", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: {istio.io/dataplane-mode: ambient}
---
apiVersion: security.istio.io/v1
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
      name: "the mesh is permissive",
      files: {
        "root.yaml": `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: PERMISSIVE
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
      name: "another namespace's policy does not help",
      files: {
        "other.yaml": `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: bank
spec:
  mtls:
    mode: STRICT
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
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec:
  mtls:
    mode: STRICT
`,
    },
  ],
};
