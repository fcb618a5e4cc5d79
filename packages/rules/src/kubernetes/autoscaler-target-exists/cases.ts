import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "there",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec: {scaleTargetRef: {kind: Deployment, name: web}}
`,
    },
  ],
  fail: [
    {
      name: "another name",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef:
    kind: Deployment
    name: webb
`,
      findings: [
        {
          at: "11:11-11:15",
          problem: "absent",
          message:
            'HorizontalPodAutoscaler "web" scales Deployment "webb", which the workspace does not hold.',
        },
      ],
      fixed: null,
    },
    {
      name: "another namespace",
      text: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web, namespace: a}
spec: {scaleTargetRef: {kind: StatefulSet, name: web}}
`,
      files: {
        "db.yaml": `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web, namespace: b}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: a}
`,
      },
      findings: [{ at: "4:50-4:53", problem: "absent" }],
      fixed: null,
    },
  ],
};
