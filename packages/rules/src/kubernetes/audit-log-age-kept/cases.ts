import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "enough",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --audit-log-maxage=30
`,
    },
    {
      name: "more, by kubeadm",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: audit-log-maxage
      value: "60"
`,
    },
  ],
  fail: [
    {
      name: "too little",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --audit-log-maxage=5
`,
      findings: [
        {
          at: "10:30-10:31",
          problem: "wrongValue",
          message:
            'API server does not keep audit logs long enough: --audit-log-maxage is "5", where at least 30 days are asked for.',
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
        - --audit-log-maxage=30
`,
    },
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
      args:
        - --secure-port=6443
`,
      findings: [
        {
          at: "10:7-10:11",
          problem: "notSet",
          message: "API server does not keep audit logs long enough: --audit-log-maxage is not set.",
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
      args:
        - --secure-port=6443
        - --audit-log-maxage=30
`,
    },
  ],
};
