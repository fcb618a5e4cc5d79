import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an authority",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt
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
      name: "not set",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --etcd-servers=https://127.0.0.1:2379
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message: "API server does not verify the certificate of etcd: --etcd-cafile is not set.",
        },
      ],
      fixed: null,
    },
    {
      name: "a file of another kind",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --etcd-cafile=/etc/kubernetes/etcd.json
`,
      findings: [
        {
          at: "10:25-10:50",
          problem: "wrongValue",
          message:
            'API server does not verify the certificate of etcd: --etcd-cafile "/etc/kubernetes/etcd.json" is no name of a certificate or key.',
        },
      ],
      fixed: null,
    },
  ],
};
