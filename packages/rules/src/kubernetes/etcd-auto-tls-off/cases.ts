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
        - --auto-tls=false
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
        - --auto-tls=true
`,
      findings: [
        {
          at: "10:22-10:26",
          problem: "wrongValue",
          message: 'etcd makes itself certificates that no client can verify: --auto-tls is "true".',
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
        - --auto-tls=false
`,
    },
    {
      name: "bare, which means on",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --auto-tls
        - --data-dir=/var/lib/etcd
`,
      findings: [
        {
          at: "10:11-10:21",
          problem: "wrongValue",
          message: 'etcd makes itself certificates that no client can verify: --auto-tls is "true".',
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
        - --auto-tls=false
        - --data-dir=/var/lib/etcd
`,
    },
  ],
};
