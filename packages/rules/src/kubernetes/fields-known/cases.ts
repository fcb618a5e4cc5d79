import type { RuleCases } from "@plimsoll/core";

const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: boats.shop.example
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
          properties:
            spec:
              type: object
              properties:
                hull:
                  type: object
                  properties:
                    material: { type: string, enum: [oak, steel] }
                extra: { type: object, x-kubernetes-preserve-unknown-fields: true }
                any: { x-kubernetes-preserve-unknown-fields: true }
`;

export const cases: RuleCases = {
  pass: [
    {
      name: "fields of the kind, with nulls, merged maps and an empty status",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  creationTimestamp: null
  labels: &labels
    app: web
spec:
  replicas: 2
  strategy: {}
  selector:
    matchLabels: *labels
  template:
    metadata:
      labels:
        <<: *labels
        any.example/key: "yes"
    spec:
      containers:
        - name: web
          image: web:1
          ports:
            - containerPort: 8080
status: {}
`,
    },
    {
      name: "anything inside annotations, config maps and schemas of definitions",
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  annotations:
    shop.example/contact: web
data:
  contianers: "1"
---
${definition}`,
    },
    {
      name: "items of a List and claim templates",
      text: `apiVersion: v1
kind: List
items:
  - apiVersion: apps/v1
    kind: StatefulSet
    metadata:
      name: db
    spec:
      serviceName: db
      selector:
        matchLabels: { app: db }
      template:
        metadata:
          labels: { app: db }
        spec:
          containers:
            - name: db
      volumeClaimTemplates:
        - apiVersion: v1
          kind: PersistentVolumeClaim
          metadata:
            name: data
          spec:
            accessModes: [ReadWriteOnce]
            resources: { requests: { storage: 1Gi } }
          status: { phase: Pending }
`,
    },
    {
      name: "directives of a patch",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      $setElementOrder/containers:
        - name: web
      containers:
        - name: sidecar
          $patch: delete
`,
    },
    {
      name: "a kind that nobody describes",
      text: `apiVersion: shop.example/v1
kind: Ship
metadata:
  name: a
spec:
  hul: oak
`,
    },
    {
      name: "a custom kind, with parts that keep what they do not name",
      text: `apiVersion: shop.example/v1
kind: Boat
metadata:
  name: a
  labels: { a: b }
spec:
  hull:
    material: oak
  extra: { anything: 1 }
  any: [1, { b: 2 }]
`,
      files: { "boats.yaml": definition },
    },
    {
      name: "a template that was not rendered",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
spec: {{ spec }}
`,
    },
    {
      name: "an object that SOPS has encrypted",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: ENC[AES256_GCM,data:Mw==,type:int]
sops:
  mac: ENC[AES256_GCM,data:YQ==,type:str]
  version: 3.9.0
`,
    },
    {
      name: "a field that this version of Kubernetes has",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostnameOverride: web
  containers:
    - name: web
`,
      kubernetesMinor: 34,
    },
  ],
  fail: [
    {
      name: "a misspelled field is renamed",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      imagePullPolicey: Always # at once
`,
      findings: [
        {
          at: "8:7-8:23",
          problem: "unknownField",
          message: 'Container has no field "imagePullPolicey"; did you mean imagePullPolicy?',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      imagePullPolicy: Always # at once
`,
    },
    {
      name: "fields one step too far out or in",
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
      replicas: 3
      containers:
        - name: web
          runAsNonRoot: true
`,
      findings: [
        {
          at: "12:7-12:15",
          problem: "unknownField",
          message: 'PodSpec has no field "replicas"; it belongs further out, to DeploymentSpec.',
        },
        {
          at: "15:11-15:23",
          problem: "unknownField",
          message: 'Container has no field "runAsNonRoot"; it belongs into securityContext.',
        },
      ],
      fixed: null,
    },
    {
      name: "a field that no version has, and the near one is there already",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - port: 80
      Port: 81
  shape: round
`,
      findings: [
        { at: "8:7-8:11", problem: "unknownField", message: 'ServicePort has no field "Port".' },
        { at: "9:3-9:8", problem: "unknownField", message: 'ServiceSpec has no field "shape".' },
      ],
      fixed: null,
    },
    {
      name: "a field of a newer version",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostnameOverride: web
  containers:
    - name: web
`,
      kubernetesMinor: 30,
      findings: [
        {
          at: "6:3-6:19",
          problem: "unknownField",
          message: 'PodSpec has no field "hostnameOverride" in Kubernetes 1.30; 1.34 to 1.37 have it.',
        },
      ],
      fixed: null,
    },
    {
      name: "JSON and flow style",
      text: `{ "apiVersion": "v1", "kind": "Secret", "metadata": { "name": "a" }, "stringDat": { "a": "b" } }
`,
      path: "secret.json",
      findings: [{ at: "1:70-1:81", problem: "unknownField" }],
      fixed: `{ "apiVersion": "v1", "kind": "Secret", "metadata": { "name": "a" }, "stringData": { "a": "b" } }
`,
    },
    {
      name: "what an anchor holds is judged where it stands, once",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      securityContext: &strict
        runAsNonRoots: true
    - name: side
      securityContext: *strict
`,
      findings: [{ at: "9:9-9:22", problem: "unknownField" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      securityContext: &strict
        runAsNonRoot: true
    - name: side
      securityContext: *strict
`,
    },
    {
      name: "a custom kind that the workspace defines",
      text: `apiVersion: shop.example/v1
kind: Boat
metadata:
  name: a
  lables: { a: b }
spec:
  hull:
    materiel: oak
  sails: 2
`,
      files: { "crd/boats.yaml": definition },
      findings: [
        { at: "5:3-5:9", problem: "unknownField", severity: "warning" },
        {
          at: "8:5-8:13",
          problem: "unknownField",
          severity: "warning",
          message:
            'Boat.spec.hull has no field "materiel" as crd/boats.yaml defines it; did you mean material?',
        },
        { at: "9:3-9:8", problem: "unknownField" },
      ],
      fixed: `apiVersion: shop.example/v1
kind: Boat
metadata:
  name: a
  labels: { a: b }
spec:
  hull:
    material: oak
  sails: 2
`,
      remains: true,
    },
  ],
};
