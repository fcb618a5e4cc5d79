import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "other groups",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {runAsGroup: 1, fsGroup: 2000, supplementalGroups: [3000]}
  containers:
    - {name: web, image: a, securityContext: {runAsGroup: 1000}}
`,
    },
    {
      name: "no groups",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "each of the pod's groups",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsGroup: 0
    fsGroup: 0
    supplementalGroups: [0, 3000]
  containers:
    - {name: web, image: a}
`,
      findings: [
        { at: "7:17-7:18", problem: "rootGroup" },
        {
          at: "8:14-8:15",
          problem: "rootGroup",
          message: 'The pod of Pod "web" belongs to the root group: fsGroup is 0.',
        },
        { at: "9:26-9:27", problem: "rootGroup" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsGroup: 1000
    fsGroup: 1000
    supplementalGroups: [3000]
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "the group of a container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {runAsGroup: 0}}
`,
      findings: [
        {
          at: "7:59-7:60",
          problem: "rootGroup",
          message: 'Container "web" belongs to the root group: runAsGroup is 0.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {runAsGroup: 1000}}
`,
    },
  ],
};
