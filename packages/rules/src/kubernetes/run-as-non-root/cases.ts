import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the pod says so for all",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - {name: web, image: a}
    - {name: log, image: b}
`,
    },
    {
      name: "each container says so",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {runAsNonRoot: true}}
`,
    },
    {
      name: "a user namespace from Kubernetes 1.35 on",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - {name: web, image: a}
`,
    },
  ],
  fail: [
    {
      name: "nobody says so",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: a
        - name: log
          image: b
`,
      findings: [
        {
          at: "9:11-9:15",
          problem: "missing",
          message:
            'Container "web" is not kept from running as root: neither it nor its pod sets runAsNonRoot.',
        },
        { at: "11:11-11:15", problem: "missing" },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: a
        - name: log
          image: b
      securityContext:
        runAsNonRoot: true
`,
    },
    {
      name: "a container says no against its pod",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: a
      securityContext: {runAsNonRoot: false}
`,
      findings: [
        {
          at: "11:39-11:44",
          problem: "rootAllowed",
          message: 'Container "web" may run as root: runAsNonRoot is false.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - name: web
      image: a
      securityContext: {runAsNonRoot: true}
`,
    },
    {
      name: "a pod says no, although its container says yes",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: no
  containers:
    - {name: web, image: a, securityContext: {runAsNonRoot: true}}
`,
      findings: [
        {
          at: "7:19-7:21",
          problem: "overridden",
          message:
            'The pod of Pod "web" sets runAsNonRoot to false, which the next container inherits, although all present ones override it.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - {name: web, image: a, securityContext: {runAsNonRoot: true}}
`,
    },
    {
      name: "a pod says no, and not all of its containers say yes",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: false
  initContainers:
    - {name: set-up, image: a}
  containers:
    - {name: web, image: a, securityContext: {runAsNonRoot: true}}
`,
      findings: [
        {
          at: "7:19-7:24",
          problem: "rootAllowed",
          message: 'The pod of Pod "web" may run as root: runAsNonRoot is false.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  initContainers:
    - {name: set-up, image: a}
  containers:
    - {name: web, image: a, securityContext: {runAsNonRoot: true}}
`,
    },
    {
      name: "only a user, of the pod or of the container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 1000
  containers:
    - {name: web, image: a}
    - {name: log, image: a, securityContext: {runAsUser: 2000}}
`,
      findings: [
        { at: "9:8-9:12", problem: "onlyUser" },
        { at: "10:29-10:44", problem: "onlyUser" },
      ],
      safety: "safe",
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 1000
  containers:
    - {name: web, image: a, securityContext: {runAsNonRoot: true}}
    - {name: log, image: a, securityContext: {runAsUser: 2000, runAsNonRoot: true}}
`,
    },
    {
      name: "an empty value is no value",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot:
  containers:
    - {name: web, image: a}
`,
      findings: [{ at: "9:8-9:12", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "a user namespace before Kubernetes 1.35",
      kubernetesMinor: 34,
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - {name: web, image: a, securityContext: {runAsNonRoot: false}}
`,
      findings: [{ at: "8:61-8:66", problem: "rootAllowed" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - {name: web, image: a, securityContext: {runAsNonRoot: true}}
`,
    },
  ],
};
