import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "said to be false",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  shareProcessNamespace: false
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "nothing said",
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
      name: "a pod",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  shareProcessNamespace: true
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "6:26-6:30",
          problem: "shared",
          message: 'The containers of Pod "web" share their processes: shareProcessNamespace is true.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  shareProcessNamespace: false
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "a Deployment",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {spec: {shareProcessNamespace: true, containers: [{name: a, image: a}]}}}
`,
      findings: [{ at: "4:49-4:53", problem: "shared" }],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec: {template: {spec: {shareProcessNamespace: false, containers: [{name: a, image: a}]}}}
`,
    },
  ],
};
