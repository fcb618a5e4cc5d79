import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an autoscaler",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {metadata: {labels: {app: web}}}}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}}
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: web}
spec: {scaleTargetRef: {name: web}}
`,
    },
    {
      name: "not served",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: worker}
spec: {template: {metadata: {labels: {app: worker}}}}
`,
    },
  ],
  fail: [
    {
      name: "served without one",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {metadata: {labels: {app: web}}}}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}}
`,
      findings: [
        {
          at: "3:18-3:21",
          problem: "missing",
          message: 'Deployment "web" is behind a Service and has no autoscaler: it does not follow its load.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {metadata: {labels: {app: web}}}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 3
  maxReplicas: 6
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 80
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}}
`,
    },
    {
      name: "the Service is in another file",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: a
spec: {replicas: 2, template: {metadata: {labels: {app: web}}}}
`,
      files: {
        "service.yaml": `apiVersion: v1
kind: Service
metadata: {name: web, namespace: a}
spec: {selector: {app: web}}
`,
      },
      findings: [{ at: "4:9-4:12", problem: "missing" }],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: a
spec: {replicas: 2, template: {metadata: {labels: {app: web}}}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
  namespace: a
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 3
  maxReplicas: 6
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 80
`,
    },
  ],
};
