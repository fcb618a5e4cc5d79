import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a request for each container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, resources: {requests: {memory: 1}}}
`,
    },
    {
      name: "a request for the pod as a whole",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  resources: {requests: {memory: 1}}
  containers:
    - {name: web, image: a}
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
      findings: [{ at: "7:7-7:11", problem: "missing", message: 'Container "web" requests no memory.' }],
      fixed: null,
    },
    {
      name: "requests of another kind",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      resources:
        requests:
          ephemeral-storage: 1Gi
`,
      findings: [{ at: "10:9-10:17", problem: "missing" }],
      fixed: null,
    },
    {
      name: "a limit, which is the request where none is set",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, resources: {limits: {memory: 1}}}
    - name: log
      image: a
      resources:
        requests:
          storage: 1Gi
        limits:
          memory: 500M
`,
      findings: [
        {
          at: "7:29-7:38",
          problem: "takenFromLimit",
          severity: "info",
          message: 'Container "web" requests no memory, so Kubernetes requests as much as the limit.',
        },
        { at: "11:9-11:17", problem: "takenFromLimit" },
      ],
      safety: "safe",
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, resources: {limits: {memory: 1}, requests: {memory: "1"}}}
    - name: log
      image: a
      resources:
        requests:
          storage: 1Gi
          memory: 500M
        limits:
          memory: 500M
`,
    },
  ],
};
