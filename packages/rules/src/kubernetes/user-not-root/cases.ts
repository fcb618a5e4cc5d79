import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "another user",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext: {runAsUser: 65532}
  containers:
    - {name: web, image: a, securityContext: {runAsUser: 1000}}
`,
    },
    {
      name: "no user at all",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "root in a user namespace from Kubernetes 1.35 on",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - {name: web, image: a, securityContext: {runAsUser: 0}}
`,
    },
  ],
  fail: [
    {
      name: "root in the pod and in a container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 0
  containers:
    - name: web
      image: a
      securityContext:
        runAsUser: 0 # binds port 80
`,
      findings: [
        {
          at: "7:16-7:17",
          problem: "rootUser",
          message: 'The pod of Pod "web" runs as root: runAsUser is 0.',
        },
        { at: "12:20-12:21", problem: "rootUser", message: 'Container "web" runs as root: runAsUser is 0.' },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 1000
  containers:
    - name: web
      image: a
      securityContext:
        runAsUser: 1000 # binds port 80
`,
    },
    {
      name: "root in an init container before user namespaces counted",
      kubernetesMinor: 34,
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  initContainers:
    - {name: setup, image: a, securityContext: {runAsUser: 0}}
  containers:
    - {name: web, image: a}
`,
      findings: [{ at: "8:60-8:61", problem: "rootUser" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  initContainers:
    - {name: setup, image: a, securityContext: {runAsUser: 1000}}
  containers:
    - {name: web, image: a}
`,
    },
  ],
};
