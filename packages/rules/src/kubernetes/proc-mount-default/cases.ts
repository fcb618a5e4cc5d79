import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the default, said and unsaid",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {procMount: Default}}
    - {name: log, image: a}
`,
    },
    {
      name: "a user namespace, where the option allows it",
      options: { allowInUserNamespace: true },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - {name: web, image: a, securityContext: {procMount: Unmasked}}
`,
    },
  ],
  fail: [
    {
      name: "no masks",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        procMount: Unmasked # nested containers
`,
      findings: [
        {
          at: "10:20-10:28",
          problem: "unmasked",
          message: 'Container "web" takes the masks off /proc: procMount is Unmasked.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        procMount: Default # nested containers
`,
    },
    {
      name: "a user namespace without the option",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - {name: web, image: a, securityContext: {procMount: Unmasked}}
`,
      findings: [{ at: "8:58-8:66", problem: "unmasked" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - {name: web, image: a, securityContext: {procMount: Default}}
`,
    },
    {
      name: "the option before Kubernetes 1.35",
      kubernetesMinor: 34,
      options: { allowInUserNamespace: true },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - {name: web, image: a, securityContext: {procMount: Unmasked}}
`,
      findings: [{ at: "8:58-8:66", problem: "unmasked" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - {name: web, image: a, securityContext: {procMount: Default}}
`,
    },
  ],
};
