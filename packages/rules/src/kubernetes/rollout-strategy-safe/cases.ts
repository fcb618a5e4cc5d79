import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "Recreate for a volume that one pod holds",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: db}
spec:
  strategy: {type: Recreate}
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [{name: db, image: db}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
`,
    },
    {
      name: "the default, and rolling",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api}
spec: {strategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 0, maxSurge: 1}}}
`,
    },
  ],
  fail: [
    {
      name: "all at once",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  strategy:
    type: Recreate
`,
      findings: [
        {
          at: "6:11-6:19",
          problem: "notRolling",
          message:
            'Deployment "web" is updated by Recreate: all its pods stop before the new ones have shown that they work.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  strategy:
    type: RollingUpdate
`,
    },
    {
      name: "no way back, everything at once",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  revisionHistoryLimit: 0
  strategy:
    rollingUpdate:
      maxUnavailable: 100%
`,
      findings: [
        { at: "5:25-5:26", problem: "noHistory" },
        { at: "8:23-8:27", problem: "allUnavailable" },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  revisionHistoryLimit: 10
  strategy:
    rollingUpdate:
      maxUnavailable: 0
`,
    },
    {
      name: "by hand",
      text: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec: {updateStrategy: {type: OnDelete}}
`,
      findings: [{ at: "4:31-4:39", problem: "notRolling" }],
      fixed: null,
    },
    {
      name: "not stated, where that is asked for",
      options: { stated: true },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
`,
      findings: [
        {
          at: "5:1-5:5",
          problem: "notStated",
          message: 'Deployment "web" does not state how it is updated.',
        },
      ],
      fixed: null,
    },
  ],
};
