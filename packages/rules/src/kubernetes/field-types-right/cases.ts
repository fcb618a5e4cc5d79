import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "quantities, ports and numbers in every form that Kubernetes takes",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  creationTimestamp: 2026-11-24T00:00:00Z
spec:
  terminationGracePeriodSeconds: 30.0
  hostNetwork: off
  containers:
    - name: web
      resources:
        limits:
          cpu: 1
          memory: 1.5e3
          ephemeral-storage: 1Gi
        requests:
          cpu: 500m
          memory: .5Gi
      livenessProbe:
        httpGet:
          port: http
      readinessProbe:
        httpGet:
          port: 8080
      args: ["1", --on]
      env:
        - name: MODE
          value: "0644"
      volumeMounts:
  volumes:
    - name: files
      configMap:
        name: files
        defaultMode: 0644
`,
    },
    {
      name: "null is absent, whatever the type",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
  labels: null
spec:
  ports: ~
  type:
  selector: {}
`,
    },
    {
      name: "placeholders that are replaced before the object is applied",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: \${REPLICAS}
  paused: $(PAUSED)
  minReadySeconds: $SECONDS
  revisionHistoryLimit: <NUMBER>
  progressDeadlineSeconds: "{{ .Values.deadline }}"
`,
    },
    {
      name: "any value where the API takes any",
      text: `apiVersion: apps/v1
kind: ControllerRevision
metadata:
  name: a
revision: 1
data: [1, two, { three: 3 }]
`,
    },
  ],
  fail: [
    {
      name: "numbers and booleans where text belongs",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    version: 1.10
  annotations:
    shop.example/on: true # always
spec:
  containers:
    - name: web
      args: [--port, 8080]
      env:
        - name: PORT
          value: 8080
        - name: DEBUG
          value: yes
`,
      findings: [
        { at: "6:14-6:18", problem: "wrongType", message: "version must be a string, not a number." },
        {
          at: "8:22-8:26",
          problem: "wrongType",
          message: "shop.example/on must be a string, not a boolean.",
        },
        {
          at: "12:22-12:26",
          problem: "wrongType",
          message: "An element of args must be a string, not a number.",
        },
        { at: "15:18-15:22", problem: "wrongType" },
        {
          at: "17:18-17:21",
          problem: "wrongType",
          message: "value must be a string, not the boolean that Kubernetes reads here.",
        },
      ],
      safety: "safe",
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    version: "1.10"
  annotations:
    shop.example/on: "true" # always
spec:
  containers:
    - name: web
      args: [--port, "8080"]
      env:
        - name: PORT
          value: "8080"
        - name: DEBUG
          value: "yes"
`,
    },
    {
      name: "text where numbers and booleans belong",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: "3"
  paused: 'false'
  minReadySeconds: ten
  template:
    spec:
      hostPID: "no"
`,
      findings: [
        {
          at: "6:13-6:16",
          problem: "wrongType",
          message: "replicas must be a whole number of 32 bits, not a string.",
        },
        { at: "7:11-7:18", problem: "wrongType", message: "paused must be true or false, not a string." },
        { at: "8:20-8:23", problem: "wrongType" },
        { at: "11:16-11:20", problem: "wrongType" },
      ],
      safety: "safe",
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  paused: false
  minReadySeconds: ten
  template:
    spec:
      hostPID: "no"
`,
      remains: true,
    },
    {
      name: "numbers out of range and fractions",
      text: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  ports:
    - port: 80.5
      nodePort: 3000000000
      targetPort: 1.5
`,
      findings: [
        {
          at: "7:13-7:17",
          problem: "wrongType",
          message: "port must be a whole number of 32 bits, not a fraction.",
        },
        {
          at: "8:17-8:27",
          problem: "wrongType",
          message: "nodePort must be a whole number of 32 bits, not a larger number.",
        },
        {
          at: "9:19-9:22",
          problem: "wrongType",
          message: "targetPort must be a whole number or a string, not a fraction.",
        },
      ],
      fixed: null,
    },
    {
      name: "maps, lists and scalars in each other's place",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: [a]
spec:
  containers:
    name: web
    image: web
  tolerations: all
  nodeSelector:
    zone:
      name: a
  volumes:
    - data
`,
      findings: [
        { at: "5:3-5:9", problem: "wrongType", message: "labels must be a map, not a list." },
        { at: "7:3-7:13", problem: "wrongType", message: "containers must be a list, not a map." },
        { at: "10:16-10:19", problem: "wrongType", message: "tolerations must be a list, not a string." },
        { at: "12:5-12:9", problem: "wrongType", message: "zone must be a string, not a map." },
        {
          at: "15:7-15:11",
          problem: "wrongType",
          message: "An element of volumes must be a map, not a string.",
        },
      ],
      fixed: null,
    },
    {
      name: "text that is no quantity",
      text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
spec:
  resources:
    requests:
      storage: 10 GB
      other: true
`,
      findings: [
        {
          at: "8:16-8:21",
          problem: "wrongType",
          message: "storage must be a quantity such as 500m or 2Gi, not another string.",
        },
        { at: "9:14-9:18", problem: "wrongType" },
      ],
      fixed: null,
    },
    {
      name: "bytes are text too, and the value is not repeated",
      text: `apiVersion: v1
kind: Secret
metadata:
  name: token
data:
  pin: 1234
`,
      findings: [{ at: "6:8-6:12", problem: "wrongType", message: "pin must be a string, not a number." }],
      fixed: null,
    },
  ],
};
