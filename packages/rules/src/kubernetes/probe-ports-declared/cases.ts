import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "by number and by name",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      ports: [{name: http, containerPort: 8080}]
      livenessProbe: {httpGet: {path: /, port: http}}
      readinessProbe: {tcpSocket: {port: 8080}}
      startupProbe: {exec: {command: [x]}}
`,
    },
  ],
  fail: [
    {
      name: "a name",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      ports: [{name: http, containerPort: 8080}]
      livenessProbe:
        httpGet:
          path: /
          port: https
`,
      findings: [
        {
          at: "11:17-11:22",
          problem: "nameMissing",
          message:
            'The livenessProbe of container "web" asks port https, which the container does not declare.',
        },
      ],
      fixed: null,
    },
    {
      name: "numbers",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      readinessProbe: {tcpSocket: {port: 8081}}
      startupProbe: {grpc: {port: 9090}}
`,
      findings: [
        { at: "7:42-7:46", problem: "numberMissing" },
        { at: "8:35-8:39", problem: "numberMissing" },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      readinessProbe: {tcpSocket: {port: 8081}}
      startupProbe: {grpc: {port: 9090}}
      ports:
        - containerPort: 8081
        - containerPort: 9090
`,
    },
  ],
};
