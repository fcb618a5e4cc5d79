import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "names that only speak about a credential, and references",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      args: ["--token-file=/run/token", "--password=$(PASSWORD)"]
      env:
        - name: TOKEN_PATH
          value: /run/token
        - name: DB_URL
          value: postgres://app:$(PASSWORD)@db/app
        - name: PASSWORD
          valueFrom: {secretKeyRef: {name: db, key: password}}
        - name: BLAH
          value: secretsquirrels
`,
    },
  ],
  fail: [
    {
      name: "a password and a URL",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - name: DB_PASSWORD
          value: hunter2
        - name: DB_URL
          value: "postgres://app:hunter2@db/app"
`,
      findings: [
        {
          at: "9:17-9:28",
          problem: "variable",
          message: 'Variable "DB_PASSWORD" of container "web" has its credential written out.',
        },
        { at: "12:18-12:49", problem: "value" },
      ],
      fixed: null,
    },
    {
      name: "an argument",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          args:
            - --port=8080
            - --admin-password=hunter2
`,
      findings: [{ at: "12:15-12:39", problem: "argument" }],
      fixed: null,
    },
  ],
};
