import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "fewer than run",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 3, template: {metadata: {labels: {app: web}}}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {minAvailable: 50%, selector: {matchLabels: {app: web}}}
`,
    },
  ],
  fail: [
    {
      name: "as many as run",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 2, template: {metadata: {labels: {app: web}}}}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec: {minAvailable: 2, selector: {matchLabels: {app: web}}}
`,
      findings: [
        {
          at: "8:18-8:21",
          problem: "keepsAll",
          message: 'PodDisruptionBudget "web" keeps all pods of Deployment "web": none can be evicted.',
        },
      ],
      fixed: null,
    },
    {
      name: "the autoscaler's minimum counts",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec: {minAvailable: 4, selector: {matchLabels: {app: web}}}
`,
      files: {
        "web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 10, template: {metadata: {labels: {app: web}}}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {minReplicas: 3, maxReplicas: 20, scaleTargetRef: {kind: Deployment, name: web}}
`,
      },
      findings: [{ at: "4:9-4:12", problem: "keepsMore" }],
      fixed: null,
    },
    {
      name: "an autoscaler that states no minimum may leave one pod",
      text: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec: {minAvailable: 2, selector: {matchLabels: {app: web}}}
`,
      files: {
        "web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {replicas: 10, template: {metadata: {labels: {app: web}}}}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {maxReplicas: 20, scaleTargetRef: {kind: Deployment, name: web}}
`,
      },
      findings: [{ at: "4:9-4:12", problem: "keepsAll" }],
      fixed: null,
    },
  ],
};
