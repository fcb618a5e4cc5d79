import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "each allowed type",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, configMap: {name: a}}
    - {name: b, csi: {driver: a}}
    - {name: c, downwardAPI: {}}
    - {name: d, emptyDir: {}}
    - {name: e, ephemeral: {}}
    - {name: f, image: {reference: a}}
    - {name: g, persistentVolumeClaim: {claimName: a}}
    - {name: h, projected: {}}
    - {name: i, secret: {secretName: a}}
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "a volume without a source, which is an emptyDir",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: a
    - name: b
      emptyDir:
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "a folder of the node, which no-host-path-volumes reports",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, hostPath: {path: /a}}
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "a network file system",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: share
      nfs:
        server: example.com
        path: /a
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "8:7-8:10",
          problem: "forbiddenType",
          message: 'Volume "share" of Pod "web" is of type nfs, which the restricted level does not allow.',
        },
      ],
      fixed: null,
    },
    {
      name: "a repository, and a disk of a cloud",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - {name: a, gitRepo: {repository: example.com}}
    - {name: b, awsElasticBlockStore: {volumeID: a}}
  containers:
    - {name: web, image: a}
`,
      findings: [
        { at: "7:17-7:24", problem: "forbiddenType" },
        { at: "8:17-8:37", problem: "forbiddenType" },
      ],
      fixed: null,
    },
  ],
};
