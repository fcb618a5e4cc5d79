import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "three",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 3}
`,
    },
    {
      name: "an autoscaler decides",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
`,
    },
  ],
  fail: [
    {
      name: "two",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 2
`,
      findings: [
        {
          at: "5:13-5:14",
          problem: "tooFew",
          message: 'Deployment "web" runs too few pods to lose one without its callers noticing.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 3
`,
    },
    {
      name: "none stated",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  serviceName: web
`,
      findings: [{ at: "4:1-4:5", problem: "tooFew" }],
      fixed: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  serviceName: web
  replicas: 3
`,
    },
  ],
};
