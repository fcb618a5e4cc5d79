import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "each as it must be",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {spec: {containers: []}}}
---
apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec: {template: {spec: {restartPolicy: Never}}}
---
apiVersion: v1
kind: Pod
metadata: {name: debug}
spec: {restartPolicy: Never}
`,
    },
  ],
  fail: [
    {
      name: "a Deployment that restarts on failure only",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      restartPolicy: OnFailure
`,
      findings: [
        {
          at: "7:22-7:31",
          problem: "notAlways",
          message: 'Deployment "web" must have the restart policy Always; the API server refuses OnFailure.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      restartPolicy: Always
`,
      safety: "safe",
    },
    {
      name: "a CronJob that says nothing",
      text: `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec:
  jobTemplate:
    spec:
      template:
        spec:
          containers: []
`,
      findings: [{ at: "8:9-8:13", problem: "always" }],
      fixed: `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly}
spec:
  jobTemplate:
    spec:
      template:
        spec:
          containers: []
          restartPolicy: OnFailure
`,
    },
  ],
};
