import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a workspace without an inventory",
      path: "plimsoll.yaml",
      text: `profile: general
`,
    },
    {
      name: "images from Iron Bank, declared and running",
      path: "plimsoll.yaml",
      files: {
        "neuvector.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: neuvector-controller-pod
  namespace: neuvector
  labels:
    app: neuvector-controller-pod
spec:
  selector:
    matchLabels:
      app: neuvector-controller-pod
  template:
    metadata:
      labels:
        app: neuvector-controller-pod
    spec:
      containers:
        - name: controller
          image: registry1.dso.mil/ironbank/neuvector/neuvector/controller:5.4.0
`,
      },
      text: `inventory:
  tools:
    - category: runtime-defense
      product: NeuVector
      image: registry1.dso.mil/ironbank/neuvector/neuvector/controller:5.4.0
`,
    },
    {
      name: "an image of a product that is not declared is not this rule's",
      path: "plimsoll.yaml",
      files: {
        "neuvector.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: neuvector-controller-pod
  namespace: neuvector
  labels:
    app: neuvector-controller-pod
spec:
  selector:
    matchLabels:
      app: neuvector-controller-pod
  template:
    metadata:
      labels:
        app: neuvector-controller-pod
    spec:
      containers:
        - name: controller
          image: docker.io/neuvector/controller:5.4.0
`,
      },
      text: `inventory:
  tools:
    - category: gitops
      product: Flux
`,
    },
  ],
  fail: [
    {
      name: "a declared image of another source",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: runtime-defense
      product: NeuVector
      image: docker.io/neuvector/controller:5.4.0
`,
      findings: [{ at: "5:14-5:50", problem: "notApproved" }],
      fixed: null,
    },
    {
      name: "a declared tool that a manifest runs from another source",
      path: "neuvector.yaml",
      files: {
        "plimsoll.yaml": `inventory:
  tools:
    - category: runtime-defense
      product: NeuVector
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: neuvector-controller-pod
  namespace: neuvector
  labels:
    app: neuvector-controller-pod
spec:
  selector:
    matchLabels:
      app: neuvector-controller-pod
  template:
    metadata:
      labels:
        app: neuvector-controller-pod
    spec:
      containers:
        - name: controller
          image: docker.io/neuvector/controller:5.4.0
`,
      findings: [{ at: "19:18-19:54", problem: "notApproved" }],
      fixed: null,
    },
    {
      name: "a source that is approved by exception",
      path: "plimsoll.yaml",
      images: { approvedUntrusted: ["docker.io/neuvector/**"] },
      text: `inventory:
  tools:
    - category: runtime-defense
      product: NeuVector
      image: docker.io/neuvector/controller:5.4.0
`,
      findings: [{ at: "5:14-5:50", problem: "untrusted" }],
      fixed: null,
    },
  ],
};
