import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a plain command",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      command: ["/bin/sh", "-c", "echo sudo"]
`,
    },
  ],
  fail: [
    {
      name: "as a word",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      command: ["/usr/bin/sudo", "cat"]
`,
      findings: [{ at: "8:17-8:32", problem: "sudo", message: 'Container "web" starts through sudo.' }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      command: ["cat"]
`,
    },
    {
      name: "with its arguments in one text",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      command:
        - sudo printenv
`,
      findings: [{ at: "9:11-9:24", problem: "sudo" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      command:
        - printenv
`,
    },
  ],
};
