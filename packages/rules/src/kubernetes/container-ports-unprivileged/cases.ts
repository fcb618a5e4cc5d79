import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a high port",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, ports: [{containerPort: 1024}]}
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
    - {name: web, image: a, ports: [{containerPort: 80}]}
`,
    },
  ],
  fail: [
    {
      name: "port 80",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      ports:
        - containerPort: 80
          name: http
`,
      findings: [
        {
          at: "10:26-10:28",
          problem: "privilegedPort",
          message: 'Container "web" listens on port 80, which is below 1024.',
        },
      ],
      fixed: null,
    },
    {
      name: "two of three ports",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, ports: [{containerPort: 443}, {containerPort: 8443}, {containerPort: 1023}]}
`,
      findings: [
        { at: "7:53-7:56", problem: "privilegedPort" },
        { at: "7:98-7:102", problem: "privilegedPort" },
      ],
      fixed: null,
    },
  ],
};
