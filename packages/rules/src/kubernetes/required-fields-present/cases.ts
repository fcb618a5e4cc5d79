import type { RuleCases } from "@plimsoll/core";

const patch = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - image: web:2
`;

export const cases: RuleCases = {
  pass: [
    {
      name: "all that a Deployment needs",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels: { app: web }
  template:
    metadata:
      labels: { app: web }
    spec:
      containers:
        - name: web
`,
    },
    {
      name: "a file that a kustomization lists as a patch",
      text: patch,
      path: "overlays/prod/web.yaml",
      siblings: { "kustomization.yaml": "patches:\n  - path: ./web.yaml\n" },
    },
    {
      name: "a patch in a folder below the kustomization",
      text: patch,
      path: "overlays/prod/patches/web.yaml",
      siblings: { "../kustomization.yml": "patchesStrategicMerge: [patches/web.yaml]\n" },
    },
    {
      name: "an object that says of itself that it is a patch",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  strategy:
    $patch: delete
`,
    },
    {
      name: "fields that only older releases call required",
      text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: none
spec:
  policyTypes: [Ingress]
`,
      kubernetesMinor: 30,
    },
    {
      name: "a status, which the cluster fills",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
status:
  conditions:
    - message: none
`,
    },
  ],
  fail: [
    {
      name: "a Deployment without a selector",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
`,
      findings: [
        {
          at: "5:1-5:5",
          problem: "missingField",
          message: "DeploymentSpec lacks the field selector, which it must have.",
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
  selector:
    matchLabels:
      app: web
`,
    },
    {
      name: "elements of lists, empty fields and whole parts",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - image: web
      ports:
        - name: http
  volumes:
    - name:
---
apiVersion: batch/v1
kind: CronJob
metadata:
  name: night
`,
      findings: [
        {
          at: "7:7-7:12",
          problem: "missingField",
          message: "Container lacks the field name, which it must have.",
        },
        { at: "9:11-9:15", problem: "missingField" },
        { at: "11:7-11:11", problem: "missingField" },
        {
          at: "14:7-14:14",
          problem: "missingField",
          message: "CronJob lacks the field spec, which it must have.",
        },
      ],
      fixed: null,
    },
    {
      name: "a patch that nobody lists",
      text: patch,
      path: "overlays/prod/web.yaml",
      siblings: { "kustomization.yaml": "resources: [web.yaml]\n" },
      findings: [
        { at: "5:1-5:5", problem: "missingField" },
        { at: "9:11-9:16", problem: "missingField" },
      ],
      fixed: null,
    },
    {
      name: "a custom kind that the workspace defines",
      text: `apiVersion: shop.example/v1
kind: Boat
metadata:
  name: a
spec: {}
`,
      files: {
        "boats.yaml": `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: boats.shop.example }
spec:
  group: shop.example
  names: { kind: Boat, plural: boats }
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          required: [metadata, spec]
          properties:
            spec: { type: object, required: [hull], properties: { hull: { type: string } } }
`,
      },
      findings: [
        {
          at: "5:1-5:5",
          problem: "missingField",
          severity: "warning",
          message: "Boat.spec lacks the field hull, which it must have as boats.yaml defines it.",
        },
      ],
      fixed: null,
    },
  ],
};
