import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "switched off",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --insecure-port=0
`,
    },
    {
      name: "a version that has none",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.31.2
      command:
        - kube-apiserver
        - --profiling=false
`,
    },
  ],
  fail: [
    {
      name: "opened",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --insecure-port=8080
`,
      findings: [
        {
          at: "10:27-10:31",
          problem: "wrongValue",
          message:
            'API server serves everybody without TLS and without authorization: --insecure-port is "8080".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --insecure-port=0
`,
    },
    {
      name: "open by default in an old version",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      image: k8s.gcr.io/kube-apiserver-amd64:v1.18.20
      command:
        - kube-apiserver
        - --profiling=false
`,
      findings: [
        {
          at: "9:7-9:14",
          problem: "notSet",
          message:
            'API server serves everybody without TLS and without authorization: --insecure-port is not set, which means "8080".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      image: k8s.gcr.io/kube-apiserver-amd64:v1.18.20
      command:
        - kube-apiserver
        - --profiling=false
        - --insecure-port=0
`,
    },
  ],
};
