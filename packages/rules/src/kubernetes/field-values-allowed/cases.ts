import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "allowed values, an empty one and a placeholder",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  restartPolicy: OnFailure
  dnsPolicy: ""
  containers:
    - name: web
      imagePullPolicy: \${PULL_POLICY}
      ports:
        - containerPort: 80
          protocol: TCP
  volumes:
    - name: log
      hostPath:
        path: /var/log
        type: ""
`,
    },
    {
      name: "values in a status are the cluster's",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
status:
  phase: Odd
`,
    },
  ],
  fail: [
    {
      name: "only capitals differ",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: nodeport
  ports:
    - port: 80
      protocol: "tcp" # web
`,
      findings: [
        {
          at: "6:9-6:17",
          problem: "valueNotAllowed",
          message: 'type cannot be "nodeport"; it takes ClusterIP, ExternalName, LoadBalancer or NodePort.',
        },
        { at: "9:17-9:22", problem: "valueNotAllowed" },
      ],
      safety: "safe",
      fixed: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  type: NodePort
  ports:
    - port: 80
      protocol: "TCP" # web
`,
    },
    {
      name: "a misspelled word is a guess, and a foreign one is none",
      text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  volumeMode: Filesystems
  accessModes:
    - ReadOnce
`,
      findings: [
        { at: "6:15-6:26", problem: "valueNotAllowed" },
        {
          at: "8:7-8:15",
          problem: "valueNotAllowed",
          message:
            'accessModes cannot be "ReadOnce"; it takes ReadOnlyMany, ReadWriteMany, ReadWriteOnce or ReadWriteOncePod.',
        },
      ],
      fixed: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  volumeMode: Filesystem
  accessModes:
    - ReadOnce
`,
      remains: true,
    },
    {
      name: "words of a custom kind",
      text: `apiVersion: shop.example/v1
kind: Boat
metadata:
  name: a
spec:
  material: paper
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
          properties:
            spec: { type: object, properties: { material: { type: string, enum: [oak, steel] } } }
`,
      },
      findings: [
        {
          at: "6:13-6:18",
          problem: "valueNotAllowed",
          severity: "warning",
          message: 'material cannot be "paper" as boats.yaml defines it; it takes oak or steel.',
        },
      ],
      fixed: null,
    },
  ],
};
