import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "one pod, and a mode for many",
      text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: a}
spec: {accessModes: [ReadWriteOnce]}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: b}
spec: {accessModes: [ReadWriteOnce, ReadWriteMany]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: one}
spec: {replicas: 1, template: {spec: {volumes: [{persistentVolumeClaim: {claimName: a}}]}}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: many}
spec: {replicas: 3, template: {spec: {volumes: [{persistentVolumeClaim: {claimName: b}}]}}}
`,
    },
  ],
  fail: [
    {
      name: "three pods",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 3
  template:
    spec:
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: data
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOnce]}
`,
      findings: [
        {
          at: "11:24-11:28",
          problem: "shared",
          message: 'The pods of Deployment "web" share claim "data", which only one node can mount.',
        },
      ],
      fixed: null,
    },
    {
      name: "a DaemonSet, claim in another file",
      text: `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent}
spec: {template: {spec: {volumes: [{persistentVolumeClaim: {claimName: data}}]}}}
`,
      files: {
        "claim.yaml": `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {accessModes: [ReadWriteOncePod]}
`,
      },
      findings: [{ at: "4:72-4:76", problem: "shared" }],
      fixed: null,
    },
  ],
};
