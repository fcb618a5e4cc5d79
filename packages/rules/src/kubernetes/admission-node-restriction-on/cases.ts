import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "listed",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --enable-admission-plugins=NodeRestriction
`,
    },
    {
      name: "what kubeadm sets",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: profiling
      value: "false"
`,
    },
  ],
  fail: [
    {
      name: "a list without it",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --enable-admission-plugins=PodNodeSelector
`,
      findings: [
        {
          at: "10:38-10:53",
          problem: "notEnabled",
          message:
            "API server lets a node change other nodes and their pods: --enable-admission-plugins lacks NodeRestriction.",
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
        - --enable-admission-plugins=PodNodeSelector,NodeRestriction
`,
    },
    {
      name: "no list",
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
`,
      findings: [
        {
          at: "10:7-10:11",
          problem: "notEnabled",
          message:
            "API server lets a node change other nodes and their pods: --enable-admission-plugins is not set and so lacks NodeRestriction.",
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
        - --enable-admission-plugins=NodeRestriction
`,
    },
  ],
};
