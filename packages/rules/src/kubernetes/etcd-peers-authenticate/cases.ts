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
        - --peer-client-cert-auth=true
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
        - --peer-client-cert-auth=false
`,
      findings: [
        {
          at: "10:35-10:40",
          problem: "wrongValue",
          message: 'etcd lets anybody join as a member: --peer-client-cert-auth is "false".',
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
        - --peer-client-cert-auth=true
`,
    },
    {
      name: "not set, in the words of an image",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      image: quay.io/coreos/etcd:v3.5.15
      args:
        - --name=etcd0
`,
      findings: [
        {
          at: "9:7-9:11",
          problem: "notSet",
          message:
            'etcd lets anybody join as a member: --peer-client-cert-auth is not set, which means "false".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      image: quay.io/coreos/etcd:v3.5.15
      args:
        - --name=etcd0
        - --peer-client-cert-auth=true
`,
    },
  ],
};
