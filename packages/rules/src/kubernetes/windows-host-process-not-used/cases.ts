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
  containers:
    - {name: web, image: a, securityContext: {windowsOptions: {hostProcess: false}}}
`,
    },
    {
      name: "other Windows options",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {windowsOptions: {runAsUserName: ContainerUser}}}
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
  hostNetwork: true
  securityContext:
    windowsOptions:
      hostProcess: true
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "9:20-9:24",
          problem: "hostProcess",
          message: 'The pod of Pod "web" runs as a process of its Windows node: hostProcess is true.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  securityContext:
    windowsOptions:
      hostProcess: false
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "an init container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - {name: setup, image: a, securityContext: {windowsOptions: {hostProcess: true}}}
  containers:
    - {name: web, image: a}
`,
      findings: [
        {
          at: "7:79-7:83",
          problem: "hostProcess",
          message: 'Container "setup" runs as a process of its Windows node: hostProcess is true.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - {name: setup, image: a, securityContext: {windowsOptions: {hostProcess: false}}}
  containers:
    - {name: web, image: a}
`,
    },
  ],
};
