import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "each once",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - {name: A, value: x}
        - {name: B, value: x}
`,
    },
  ],
  fail: [
    {
      name: "one twice",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - name: PORT
          value: "8080"
        - name: PORT
          value: "9090"
`,
      findings: [
        {
          at: "9:17-9:21",
          problem: "overridden",
          message: 'Container "web" sets variable "PORT" again further down, so this value never counts.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - name: PORT
          value: "9090"
`,
    },
    {
      name: "one three times in flow style",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env: [{name: A, value: x}, {name: A, value: y}, {name: A, value: z}]
`,
      findings: [
        { at: "8:20-8:21", problem: "overridden" },
        { at: "8:41-8:42", problem: "overridden" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env: [{name: A, value: z}]
`,
    },
  ],
};
