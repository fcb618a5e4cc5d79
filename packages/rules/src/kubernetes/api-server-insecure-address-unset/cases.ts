import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "only the secure address",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --bind-address=10.0.0.5
`,
    },
  ],
  fail: [
    {
      name: "at an address of the node",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --insecure-bind-address=10.0.0.5
`,
      findings: [
        {
          at: "10:35-10:43",
          problem: "wrongValue",
          message:
            'API server listens without TLS and without authorization: --insecure-bind-address is "10.0.0.5".',
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
`,
    },
    {
      name: "at the loopback address",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
      args:
        - --insecure-bind-address=127.0.0.1
`,
      findings: [
        {
          at: "11:35-11:44",
          problem: "wrongValue",
          message:
            'API server listens without TLS and without authorization: --insecure-bind-address is "127.0.0.1".',
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
      args: []
`,
    },
  ],
};
