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
        - --peer-auto-tls=false
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
      name: "on",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --peer-auto-tls=true
`,
      findings: [
        {
          at: "10:27-10:31",
          problem: "wrongValue",
          message:
            'etcd makes itself certificates that no other member can verify: --peer-auto-tls is "true".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --peer-auto-tls=false
`,
    },
    {
      name: "on by kubeadm",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
etcd:
  local:
    extraArgs:
      - name: peer-auto-tls
        value: "true"
`,
      findings: [
        {
          at: "7:17-7:21",
          problem: "wrongValue",
          message:
            'etcd makes itself certificates that no other member can verify: local.extraArgs.peer-auto-tls is "true".',
        },
      ],
      fixed: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
etcd:
  local:
    extraArgs:
      - name: peer-auto-tls
        value: "false"
`,
    },
  ],
};
