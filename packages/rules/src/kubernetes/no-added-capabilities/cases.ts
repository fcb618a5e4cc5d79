import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the one that is allowed",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [ALL], add: [NET_BIND_SERVICE]}}}
`,
    },
    {
      name: "one that the project allows",
      options: { allowed: ["NET_BIND_SERVICE", "CHOWN"] },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {add: [CHOWN]}}}
`,
    },
    {
      name: "a dangerous one, which no-dangerous-capabilities reports",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {add: [SYS_ADMIN]}}}
`,
    },
  ],
  fail: [
    {
      name: "one in a block list",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      securityContext:
        capabilities:
          add:
            - CHOWN
            - NET_BIND_SERVICE
`,
      findings: [
        { at: "12:15-12:20", problem: "added", message: 'Container "web" adds the capability CHOWN.' },
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
        capabilities:
          add:
            - NET_BIND_SERVICE
`,
    },
    {
      name: "two in a flow list",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {add: [SETUID, SETGID]}}}
`,
      findings: [
        { at: "7:68-7:74", problem: "added" },
        { at: "7:76-7:82", problem: "added" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {add: []}}}
`,
    },
  ],
};
