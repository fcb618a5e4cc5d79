import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "there, optional, and Kubernetes' own",
      text: `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers: [{name: web, envFrom: [{configMapRef: {name: web}}, {configMapRef: {name: x, optional: true}}]}]
  volumes: [{name: ca, configMap: {name: kube-root-ca.crt}}]
`,
    },
  ],
  fail: [
    {
      name: "a volume",
      text: `apiVersion: v1
kind: ConfigMap
metadata: {name: web}
---
apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  volumes:
    - name: config
      configMap:
        name: webb
`,
      findings: [
        {
          at: "12:15-12:19",
          problem: "absent",
          message: 'Pod "web" reads ConfigMap "webb", which the workspace does not hold.',
        },
      ],
      fixed: null,
    },
    {
      name: "a variable, in another file",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: a}
spec:
  template:
    spec:
      containers:
        - name: web
          env:
            - name: A
              valueFrom: {configMapKeyRef: {name: settings, key: a}}
`,
      files: {
        "map.yaml": `apiVersion: v1
kind: ConfigMap
metadata: {name: web, namespace: a}
`,
      },
      findings: [{ at: "11:51-11:59", problem: "absent" }],
      fixed: null,
    },
  ],
};
