import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a container that says no",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        allowPrivilegeEscalation: false
`,
    },
    {
      name: "a Windows pod",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os: {name: windows}
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "Kubernetes 1.7, which does not have the field",
      kubernetesMinor: 7,
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
      name: "nothing said",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
`,
      findings: [
        {
          at: "7:7-7:11",
          problem: "escalationAllowed",
          message:
            'Container "web" may gain privileges while it runs: allowPrivilegeEscalation is not false.',
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
        allowPrivilegeEscalation: false
`,
    },
    {
      name: "allowed in words, in an init container and an ephemeral container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: setup
      image: a
      securityContext:
        allowPrivilegeEscalation: true # for sudo
  containers:
    - name: web
      image: a
      securityContext:
        allowPrivilegeEscalation: false
  ephemeralContainers:
    - {name: debug, image: b, securityContext: {allowPrivilegeEscalation: true}}
`,
      findings: [
        { at: "10:35-10:39", problem: "escalationAllowed" },
        { at: "17:75-17:79", problem: "escalationAllowed" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: setup
      image: a
      securityContext:
        allowPrivilegeEscalation: false # for sudo
  containers:
    - name: web
      image: a
      securityContext:
        allowPrivilegeEscalation: false
  ephemeralContainers:
    - {name: debug, image: b, securityContext: {allowPrivilegeEscalation: false}}
`,
    },
    {
      name: "a privileged container, where the API server refuses false",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        privileged: true
`,
      findings: [{ at: "9:7-9:22", problem: "escalationAllowed" }],
      fixed: null,
    },
    {
      name: "a Windows pod before Kubernetes 1.25",
      kubernetesMinor: 24,
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  os: {name: windows}
  containers:
    - {name: web, image: a, securityContext: {privileged: true}}
`,
      findings: [{ at: "8:29-8:44", problem: "escalationAllowed" }],
      fixed: null,
    },
  ],
};
