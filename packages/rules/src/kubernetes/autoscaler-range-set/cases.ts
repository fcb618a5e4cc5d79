import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "three to ten",
      text: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {minReplicas: 3, maxReplicas: 10, metrics: [{type: Resource}]}
`,
    },
    {
      name: "the old field for the metric, a lower minimum by option",
      text: `apiVersion: autoscaling/v1
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {maxReplicas: 10, targetCPUUtilizationPercentage: 80}
`,
      options: { minimum: 1 },
    },
  ],
  fail: [
    {
      name: "two",
      text: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  minReplicas: 2
  maxReplicas: 10
  metrics: [{type: Resource}]
`,
      findings: [
        {
          at: "5:16-5:17",
          problem: "minimumTooLow",
          message: 'HorizontalPodAutoscaler "web" may scale down to too few pods to lose one.',
        },
      ],
      fixed: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  minReplicas: 3
  maxReplicas: 10
  metrics: [{type: Resource}]
`,
    },
    {
      name: "no range, no metric",
      text: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  minReplicas: 3
  maxReplicas: 3
`,
      findings: [
        { at: "4:1-4:5", problem: "noMetric" },
        { at: "6:16-6:17", problem: "noRange" },
      ],
      fixed: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  minReplicas: 3
  maxReplicas: 3
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 80
`,
      remains: true,
    },
  ],
};
