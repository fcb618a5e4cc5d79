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
        - --client-cert-auth=true
        - --trusted-ca-file=/pki/etcd/ca.crt
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
      name: "switched off",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --client-cert-auth=false
`,
      findings: [
        {
          at: "10:30-10:35",
          problem: "wrongValue",
          message: 'etcd answers clients without a certificate: --client-cert-auth is "false".',
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
        - --client-cert-auth=true
`,
    },
    {
      name: "not set",
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
            'etcd answers clients without a certificate: --client-cert-auth is not set, which means "false".',
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
        - --data-dir=/var/lib/etcd
        - --client-cert-auth=true
`,
    },
    {
      name: "switched off by a variable",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      image: registry.k8s.io/etcd:3.5.15-0
      env:
        - name: ETCD_CLIENT_CERT_AUTH
          value: "false"
`,
      findings: [
        {
          at: "11:18-11:25",
          problem: "wrongValue",
          message: 'etcd answers clients without a certificate: ETCD_CLIENT_CERT_AUTH is "false".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      image: registry.k8s.io/etcd:3.5.15-0
      env:
        - name: ETCD_CLIENT_CERT_AUTH
          value: "true"
`,
    },
  ],
};
