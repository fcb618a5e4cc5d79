import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "probes without a host",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, livenessProbe: {httpGet: {port: 8080}}, readinessProbe: {tcpSocket: {port: 1, host: ''}}}
`,
    },
    {
      name: "a host before Kubernetes 1.34",
      kubernetesMinor: 33,
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, livenessProbe: {httpGet: {port: 8080, host: example.com}}}
`,
    },
  ],
  fail: [
    {
      name: "a probe",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: a
      livenessProbe:
        httpGet:
          host: 169.254.169.254
          port: 80
`,
      findings: [
        {
          at: "11:17-11:32",
          problem: "hostSet",
          message: 'The livenessProbe of container "web" calls the host 169.254.169.254.',
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
      livenessProbe:
        httpGet:
          port: 80
`,
    },
    {
      name: "hooks and other probes",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, startupProbe: {tcpSocket: {port: 1, host: a}}, lifecycle: {preStop: {httpGet: {port: 1, host: b}}}}
`,
      findings: [
        { at: "7:71-7:72", problem: "hostSet" },
        {
          at: "7:123-7:124",
          problem: "hostSet",
          message: 'The lifecycle.preStop of container "web" calls the host b.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - {name: web, image: a, startupProbe: {tcpSocket: {port: 1}}, lifecycle: {preStop: {httpGet: {port: 1}}}}
`,
    },
  ],
};
