import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "neither",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, tty: false}], ephemeralContainers: [{name: debug, tty: true, stdin: true}]}
`,
    },
  ],
  fail: [
    {
      name: "both",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      stdin: true
      tty: true
`,
      findings: [
        {
          at: "7:14-7:18",
          problem: "stdin",
          message: 'Container "web" keeps its standard input open, for somebody to attach to.',
        },
        { at: "8:12-8:16", problem: "tty" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
`,
    },
    {
      name: "an init container",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  initContainers:
    - name: init
      tty: true
`,
      findings: [{ at: "7:12-7:16", problem: "tty" }],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  initContainers:
    - name: init
`,
    },
  ],
};
