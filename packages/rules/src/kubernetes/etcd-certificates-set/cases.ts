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
        - --cert-file=/pki/etcd/server.crt
        - --key-file=/pki/etcd/server.key
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
          message: "etcd serves clients without TLS: --cert-file and --key-file are not set.",
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
        - --cert-file=/pki/etcd/server.crt
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message: "etcd serves clients without TLS: --key-file is not set.",
        },
      ],
      fixed: null,
    },
  ],
};
