import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a policy",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --audit-policy-file=/etc/kubernetes/audit-policy.yaml
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
        - --audit-log-path=/var/log/audit.log
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message: "API server records nothing, for want of an audit policy: --audit-policy-file is not set.",
        },
      ],
      fixed: null,
    },
    {
      name: "a relative path",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --audit-policy-file=./audit-policy.yaml
`,
      findings: [
        {
          at: "10:31-10:50",
          problem: "wrongValue",
          message:
            'API server records nothing, for want of an audit policy: --audit-policy-file "./audit-policy.yaml" is no absolute path.',
        },
      ],
      fixed: null,
    },
  ],
};
