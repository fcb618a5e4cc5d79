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
  hostPID: false
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
    {
      name: "text in a ConfigMap",
      text: `apiVersion: v1
kind: ConfigMap
metadata: {name: a}
data:
  hostPID: 'true'
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
  hostPID: true # as before
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "6:12-6:16",
          problem: "shared",
          message: 'The pod of Pod "web" sees all processes of its node: hostPID is true.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostPID: false # as before
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "a DaemonSet, in the words of YAML 1.1",
      text: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  template:
    spec:
      hostPID: yes
      containers:
        - {name: agent, image: a}
`,
      findings: [{ at: "8:16-8:19", problem: "shared" }],
      fixed: `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  template:
    spec:
      hostPID: false
      containers:
        - {name: agent, image: a}
`,
    },
  ],
};
