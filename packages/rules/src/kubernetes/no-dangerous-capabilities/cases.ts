import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "capabilities that runtimes give by default",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {add: [CHOWN, NET_BIND_SERVICE]}}}
`,
    },
    {
      name: "nothing added",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {drop: [ALL]}}}
`,
    },
  ],
  fail: [
    {
      name: "the capability that is nearly root",
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
          - SYS_ADMIN # mounts
          - CHOWN
`,
      findings: [
        {
          at: "12:13-12:22",
          problem: "dangerous",
          message: 'Container "web" adds the dangerous capability SYS_ADMIN.',
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
        capabilities:
          add:
          - CHOWN
`,
    },
    {
      name: "raw sockets, all, and a prefix that runtimes do not know",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, securityContext: {capabilities: {add: [NET_RAW, ALL, CAP_CHOWN]}}}
`,
      findings: [
        { at: "7:68-7:75", problem: "dangerous" },
        { at: "7:77-7:80", problem: "dangerous" },
        { at: "7:82-7:91", problem: "dangerous" },
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
