import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a port of its own",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --secure-port=8443
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
        - --profiling=false
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
        - --secure-port=0
`,
      findings: [
        {
          at: "10:25-10:26",
          problem: "wrongValue",
          message: 'API server does not serve over TLS: --secure-port is "0".',
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
        - --secure-port=6443
`,
    },
    {
      name: "switched off by kubeadm",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: secure-port
      value: "0"
`,
      findings: [
        {
          at: "6:15-6:16",
          problem: "wrongValue",
          message: 'API server does not serve over TLS: apiServer.extraArgs.secure-port is "0".',
        },
      ],
      fixed: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: secure-port
      value: "6443"
`,
    },
  ],
};
