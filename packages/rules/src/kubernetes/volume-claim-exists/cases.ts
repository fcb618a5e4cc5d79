import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "there",
      text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
---
apiVersion: v1
kind: Pod
metadata: {name: db}
spec: {volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]}
`,
    },
  ],
  fail: [
    {
      name: "another name",
      text: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
---
apiVersion: v1
kind: Pod
metadata: {name: db}
spec:
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: date
`,
      findings: [
        {
          at: "12:20-12:24",
          problem: "absent",
          message: 'Pod "db" mounts volume claim "date", which the workspace does not hold.',
        },
      ],
      fixed: `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
---
apiVersion: v1
kind: Pod
metadata: {name: db}
spec:
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: date
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: date
spec:
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
`,
    },
    {
      name: "another namespace",
      text: `apiVersion: v1
kind: Pod
metadata: {name: db, namespace: a}
spec: {volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]}
`,
      files: {
        "claims.yaml": `apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data, namespace: b}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: other, namespace: a}
`,
      },
      findings: [{ at: "4:66-4:70", problem: "absent" }],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: db, namespace: a}
spec: {volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]}
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: data
  namespace: a
spec:
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: 1Gi
`,
    },
  ],
};
