import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a file",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --audit-log-path=/var/log/kubernetes/audit.log
`,
    },
    {
      name: "a webhook takes the records",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --audit-webhook-config-file=/etc/kubernetes/audit.yaml
`,
    },
  ],
  fail: [
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
        - --secure-port=6443
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message: "API server writes no audit log: --audit-log-path is not set.",
        },
      ],
      fixed: null,
    },
    {
      name: "empty",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --audit-log-path=
`,
      findings: [
        {
          at: "10:11-10:28",
          problem: "wrongValue",
          message: "API server writes no audit log: --audit-log-path is empty.",
        },
      ],
      fixed: null,
    },
  ],
};
