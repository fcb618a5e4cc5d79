import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "only the autoscaler",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {kind: Deployment, name: web}}
`,
    },
    {
      name: "the autoscaler of another namespace",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: a}
spec: {replicas: 3, template: {}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web, namespace: b}
spec: {scaleTargetRef: {kind: Deployment, name: web}}
`,
    },
  ],
  fail: [
    {
      name: "both",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 3
  template: {}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {kind: Deployment, name: web}}
`,
      findings: [
        {
          at: "5:13-5:14",
          problem: "bothSet",
          message:
            'Deployment "web" states replicas, which HorizontalPodAutoscaler "web" sets too: every deployment undoes its work.',
        },
      ],
      fixed: null,
    },
    {
      name: "in two files",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec: {replicas: 2}
`,
      files: {
        "scaler.yaml": `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: db}
spec: {scaleTargetRef: {kind: StatefulSet, name: db}}
`,
      },
      findings: [{ at: "4:18-4:19", problem: "bothSet" }],
      fixed: null,
    },
  ],
};
