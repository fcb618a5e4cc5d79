import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a port of the container",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, ports: [{containerPort: 8080}, {containerPort: 8081, hostPort: 0}]}
`,
    },
    {
      name: "no ports",
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
      name: "a port of the node",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      ports:
        - containerPort: 8080
          hostPort: 80
        - containerPort: 8081
`,
      findings: [
        { at: "11:21-11:23", problem: "hostPort", message: 'Container "web" opens port 80 of the node.' },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      ports:
        - containerPort: 8080
        - containerPort: 8081
`,
    },
    {
      name: "in an init container, in flow style",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - {name: setup, image: a, ports: [{containerPort: 1, hostPort: 8443, name: x}]}
  containers:
    - {name: web, image: a}
`,
      findings: [{ at: "7:68-7:72", problem: "hostPort" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - {name: setup, image: a, ports: [{containerPort: 1, name: x}]}
  containers:
    - {name: web, image: a}
`,
    },
    {
      name: "a port outside the range that the configuration allows",
      options: { lowest: 8000, highest: 9000 },
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      ports:
        - {containerPort: 80, hostPort: 8080}
        - {containerPort: 81, hostPort: 80}
`,
      findings: [{ at: "11:41-11:43", problem: "hostPort" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      ports:
        - {containerPort: 80, hostPort: 8080}
        - {containerPort: 81}
`,
    },
  ],
};
