import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "no such flag",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --oidc-issuer-url=https://login.example
`,
    },
  ],
  fail: [
    {
      name: "a password file",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --basic-auth-file=/etc/kubernetes/users.csv
`,
      findings: [
        {
          at: "10:29-10:54",
          problem: "wrongValue",
          message: "API server takes passwords from a file: --basic-auth-file is set.",
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
`,
    },
    {
      name: "a password file by kubeadm",
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    basic-auth-file: "/etc/kubernetes/users.csv"
    profiling: "false"
`,
      findings: [
        {
          at: "5:23-5:48",
          problem: "wrongValue",
          message: "API server takes passwords from a file: apiServer.extraArgs.basic-auth-file is set.",
        },
      ],
      fixed: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    profiling: "false"
`,
    },
  ],
};
