import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a limit for each container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, resources: {limits: {cpu: 1}}}
`,
    },
    {
      name: "a limit for the pod as a whole",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  resources: {limits: {cpu: 1}}
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "an ephemeral container, which cannot have one",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, resources: {limits: {cpu: 1}}}
  ephemeralContainers:
    - {name: debug, image: b}
`,
    },
  ],
  fail: [
    {
      name: "no resources at all",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
`,
      findings: [{ at: "7:7-7:11", problem: "missing", message: 'Container "web" has no limit on CPU.' }],
      fixed: null,
    },
    {
      name: "requests only, and an init container without a value",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: setup
      image: a
      resources:
        limits:
          cpu:
  containers:
    - name: web
      image: a
      resources:
        requests:
          cpu: 1
`,
      findings: [
        { at: "11:11-11:14", problem: "missing" },
        { at: "15:7-15:16", problem: "missing" },
      ],
      fixed: null,
    },
    {
      name: "a limit for the pod before Kubernetes 1.34",
      kubernetesMinor: 33,
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  resources: {limits: {cpu: 1}}
  containers:
    - {name: web, image: a}
`,
      findings: [{ at: "8:8-8:12", problem: "missing" }],
      fixed: null,
    },
  ],
};
