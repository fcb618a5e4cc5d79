import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
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
    {
      name: "said to be on",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --kubelet-https=true
`,
    },
  ],
  fail: [
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
        - --kubelet-https=false
`,
      findings: [
        {
          at: "10:27-10:32",
          problem: "wrongValue",
          message: 'API server talks to kubelets without TLS: --kubelet-https is "false".',
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
        - --kubelet-https=true
`,
    },
    {
      name: "switched off among arguments",
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
        - --secure-port=6443
        - --kubelet-https=false
`,
      findings: [
        {
          at: "12:27-12:32",
          problem: "wrongValue",
          message: 'API server talks to kubelets without TLS: --kubelet-https is "false".',
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
        - --secure-port=6443
        - --kubelet-https=true
`,
    },
  ],
};
