import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "five minutes",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --request-timeout=300s
`,
    },
    {
      name: "the default",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --secure-port=6443
`,
    },
  ],
  fail: [
    {
      name: "no limit",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --request-timeout=0
`,
      findings: [
        {
          at: "10:29-10:30",
          problem: "wrongValue",
          message:
            'API server keeps slow requests open: --request-timeout is "0", where at most five minutes are asked for.',
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
        - --request-timeout=300s
`,
    },
    {
      name: "minutes too many",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver]
      args: ["--request-timeout=5m1s"]
`,
      findings: [{ at: "9:33-9:37", problem: "wrongValue" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command: [kube-apiserver]
      args: ["--request-timeout=300s"]
`,
    },
    {
      name: "hours",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --request-timeout=3h9m
`,
      findings: [
        {
          at: "10:29-10:33",
          problem: "wrongValue",
          message:
            'API server keeps slow requests open: --request-timeout is "3h9m", where at most five minutes are asked for.',
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
        - --request-timeout=300s
`,
    },
  ],
};
