import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an authority of its own",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --trusted-ca-file=/pki/etcd/ca.crt
---
apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --client-ca-file=/pki/ca.crt
        - --etcd-cafile=/pki/etcd/ca.crt
`,
    },
  ],
  fail: [
    {
      name: "shared with clients of an API server in the workspace",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: etcd
spec:
  containers:
    - name: etcd
      command:
        - etcd
        - --trusted-ca-file=/pki/ca.crt
---
apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --client-ca-file=/pki/ca.crt
`,
      findings: [
        {
          at: "10:29-10:40",
          problem: "sharedAuthority",
          message:
            "etcd trusts the authority of all clients of the cluster: --trusted-ca-file is also the API server's client-ca-file.",
        },
      ],
      fixed: null,
    },
    {
      name: "the API server itself says so",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --client-ca-file=/pki/ca.crt
        - --etcd-cafile=/pki/ca.crt
`,
      findings: [
        {
          at: "11:25-11:36",
          problem: "sameAuthority",
          message:
            "etcd trusts the authority of all clients of the cluster: --etcd-cafile is also the API server's client-ca-file.",
        },
      ],
      fixed: null,
    },
  ],
};
