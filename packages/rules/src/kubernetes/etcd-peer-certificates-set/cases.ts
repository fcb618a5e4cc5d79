import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "as it must be",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --peer-cert-file=/pki/etcd/peer.crt
        - --peer-key-file=/pki/etcd/peer.key
`,
    },
    {
      name: "what kubeadm sets",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
etcd:
  local:
    extraArgs:
      - name: quota-backend-bytes
        value: "8589934592"
`,
    },
  ],
  fail: [
    {
      name: "neither",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --data-dir=/var/lib/etcd
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message:
            "etcd talks to other members without TLS: --peer-cert-file and --peer-key-file are not set.",
        },
      ],
      fixed: null,
    },
    {
      name: "no key",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --peer-cert-file=/pki/etcd/peer.crt
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message: "etcd talks to other members without TLS: --peer-key-file is not set.",
        },
      ],
      fixed: null,
    },
  ],
};
