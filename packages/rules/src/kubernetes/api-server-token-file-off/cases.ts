import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "no such flag",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --enable-bootstrap-token-auth=true
`,
    },
  ],
  fail: [
    {
      name: "a token file",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --profiling=false
        - --token-auth-file=/etc/kubernetes/tokens.csv
`,
      findings: [
        {
          at: "11:29-11:55",
          problem: "wrongValue",
          message: "API server takes tokens from a file: --token-auth-file is set.",
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
        - --profiling=false
`,
    },
    {
      name: "the value in the next word",
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
        - --token-auth-file
        - /etc/kubernetes/tokens.csv
        - --profiling=false
`,
      findings: [
        {
          at: "12:11-12:37",
          problem: "wrongValue",
          message: "API server takes tokens from a file: --token-auth-file is set.",
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
      args:
        - --profiling=false
`,
    },
  ],
};
