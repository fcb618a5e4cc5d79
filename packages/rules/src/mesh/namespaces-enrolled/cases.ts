import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a namespace with sidecar injection",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio-injection: enabled
`,
    },
    {
      name: "a namespace of a revision of the control plane",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio.io/rev: stable
`,
    },
    {
      name: "a namespace in ambient mode",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio.io/dataplane-mode: ambient
`,
    },
    {
      name: "a namespace of Linkerd",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  annotations:
    linkerd.io/inject: enabled
`,
    },
    {
      name: "a namespace of Kuma",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    kuma.io/sidecar-injection: enabled
`,
    },
    {
      name: "the namespace of the control plane itself",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: istio-system
`,
    },
    {
      name: "a label of another mesh that is declared to count",
      options: { equivalents: ["mesh.example.com/joined=yes"] },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    mesh.example.com/joined: "yes"
`,
    },
    {
      name: "a mesh of the network plugin asks for no label",
      options: { dataPlane: "node-agent" },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
`,
    },
    {
      name: "all pods ask for the mesh themselves",
      files: {
        "deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: orders
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels:
        app: orders
        sidecar.istio.io/inject: "true"
    spec:
      containers:
        - name: orders
          image: orders
`,
      },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
`,
    },
    {
      name: "a patch in another file enrols the same namespace",
      files: {
        "overlay/namespace.yaml": `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio.io/dataplane-mode: ambient
`,
      },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
`,
    },
  ],
  fail: [
    {
      name: "a namespace that says nothing of the mesh",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    team: sales
`,
      findings: [
        {
          at: "4:9-4:15",
          problem: "notEnrolled",
          message:
            'Namespace "orders" is not in the mesh: nothing encrypts or authorizes traffic between its pods.',
        },
      ],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    team: sales
    istio-injection: enabled
`,
    },
    {
      name: "a namespace without labels, in a platform with ambient mode",
      options: { dataPlane: "ambient" },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
`,
      findings: [{ at: "4:9-4:15", problem: "notEnrolled" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio.io/dataplane-mode: ambient
`,
    },
    {
      name: "a namespace that is kept out of injection",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio-injection: disabled # the old cluster
`,
      findings: [
        {
          at: "6:22-6:30",
          problem: "takenOut",
          message: 'Namespace "orders" is kept out of the mesh by "istio-injection: disabled".',
        },
      ],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio-injection: enabled # the old cluster
`,
    },
    {
      name: "a namespace kept out by the plain label although it names a revision",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio-injection: disabled
    istio.io/rev: stable
`,
      findings: [{ at: "6:22-6:30", problem: "takenOut" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio-injection: enabled
    istio.io/rev: stable
`,
    },
    {
      name: "a namespace kept out of ambient mode",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels: {istio.io/dataplane-mode: none}
`,
      findings: [{ at: "5:37-5:41", problem: "takenOut" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels: {istio.io/dataplane-mode: ambient}
`,
    },
    {
      name: "one of two workloads asks for the mesh",
      files: {
        "pods.yaml": `apiVersion: v1
kind: Pod
metadata:
  name: one
  namespace: orders
  labels: {sidecar.istio.io/inject: "true"}
spec: {containers: [{name: one, image: one}]}
---
apiVersion: v1
kind: Pod
metadata:
  name: two
  namespace: orders
spec: {containers: [{name: two, image: two}]}
`,
      },
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
`,
      findings: [{ at: "4:9-4:15", problem: "notEnrolled" }],
      fixed: `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio-injection: enabled
`,
    },
  ],
};
