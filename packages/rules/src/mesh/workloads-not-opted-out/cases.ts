import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a workload that leaves injection to its namespace",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
    spec:
      containers:
        - name: orders
          image: orders
`,
    },
    {
      name: "a pod that asks for the proxy",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: orders
  labels:
    sidecar.istio.io/inject: "true"
spec:
  containers:
    - name: orders
      image: orders
`,
    },
    {
      name: "the label stands on the Deployment, where it means nothing",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  labels:
    sidecar.istio.io/inject: "false"
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
    spec:
      containers:
        - name: orders
          image: orders
`,
    },
    {
      name: "the node's network where no mesh is known",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: agent
  namespace: tools
spec:
  hostNetwork: true
  containers:
    - name: agent
      image: agent
`,
    },
  ],
  fail: [
    {
      name: "a label on the pods takes them out of injection",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels:
        app: orders
        sidecar.istio.io/inject: "false"
    spec:
      containers:
        - name: orders
          image: orders
`,
      findings: [
        {
          at: "11:34-11:41",
          problem: "optedOut",
          message:
            'Deployment "orders" leaves the mesh by "sidecar.istio.io/inject: false": its traffic is neither encrypted nor authorized.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels:
        app: orders
    spec:
      containers:
        - name: orders
          image: orders
`,
    },
    {
      name: "the older annotation does the same",
      text: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        metadata:
          annotations:
            sidecar.istio.io/inject: "false"
            example.com/owner: finance
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: report
`,
      findings: [{ at: "12:38-12:45", problem: "optedOut" }],
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        metadata:
          annotations:
            example.com/owner: finance
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: report
`,
    },
    {
      name: "a pod outside of ambient mode",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: orders
  labels: {app: orders, istio.io/dataplane-mode: none}
spec:
  containers:
    - name: orders
      image: orders
`,
      findings: [{ at: "5:50-5:54", problem: "optedOut" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: orders
  labels: {app: orders}
spec:
  containers:
    - name: orders
      image: orders
`,
    },
    {
      name: "Linkerd is told to leave the pods alone",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: store
spec:
  serviceName: store
  selector: {matchLabels: {app: store}}
  template:
    metadata:
      labels: {app: store}
      annotations:
        linkerd.io/inject: disabled
    spec:
      containers:
        - name: store
          image: store
`,
      findings: [{ at: "12:28-12:36", problem: "optedOut" }],
      fixed: `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: store
spec:
  serviceName: store
  selector: {matchLabels: {app: store}}
  template:
    metadata:
      labels: {app: store}
      annotations: {}
    spec:
      containers:
        - name: store
          image: store
`,
    },
    {
      name: "the node's network in a namespace of the mesh",
      files: {
        "namespace.yaml": `apiVersion: v1
kind: Namespace
metadata:
  name: orders
  labels:
    istio-injection: enabled
`,
      },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: agent
  namespace: orders
spec:
  hostNetwork: true
  containers:
    - name: agent
      image: agent
`,
      findings: [
        {
          at: "7:16-7:20",
          problem: "hostNetwork",
          message: "Pod \"agent\" runs in the node's network, which its namespace's mesh does not take in.",
        },
      ],
      fixed: null,
    },
  ],
};
