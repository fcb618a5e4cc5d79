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
    - {name: web, image: a, resources: {requests: {cpu: 1}}}
`,
    },
    {
      name: "a request for the pod as a whole",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  resources: {requests: {cpu: 1}}
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
      findings: [{ at: "7:7-7:11", problem: "missing", message: 'Container "web" requests no CPU.' }],
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
    - {name: web, image: a, resources: {limits: {cpu: 1}}}
    - name: log
      image: a
      resources:
        requests:
          storage: 1Gi
        limits:
          cpu: 500M
`,
      findings: [
        {
          at: "7:29-7:38",
          problem: "takenFromLimit",
          severity: "info",
          message: 'Container "web" requests no CPU, so Kubernetes requests as much as the limit.',
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
    - {name: web, image: a, resources: {limits: {cpu: 1}, requests: {cpu: "1"}}}
    - name: log
      image: a
      resources:
        requests:
          storage: 1Gi
          cpu: 500M
        limits:
          cpu: 500M
`,
    },
  ],
};
