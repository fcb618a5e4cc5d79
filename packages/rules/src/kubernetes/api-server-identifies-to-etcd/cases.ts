import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "both",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --etcd-certfile=/pki/etcd-client.crt
        - --etcd-keyfile=/pki/etcd-client.key
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
      name: "neither",
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
          message:
            "API server cannot prove to etcd who it is: --etcd-certfile and --etcd-keyfile are not set.",
        },
      ],
      fixed: null,
    },
    {
      name: "no key",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --etcd-certfile=/pki/etcd-client.crt
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message: "API server cannot prove to etcd who it is: --etcd-keyfile is not set.",
        },
      ],
      fixed: null,
    },
  ],
};
