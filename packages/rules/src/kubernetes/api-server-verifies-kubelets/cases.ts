import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "verified",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --kubelet-certificate-authority=/etc/kubernetes/pki/kubelet-ca.crt
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
          message:
            "API server does not verify the certificates of kubelets: --kubelet-certificate-authority is not set.",
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
        - --kubelet-certificate-authority=
`,
      findings: [
        {
          at: "10:11-10:43",
          problem: "wrongValue",
          message:
            "API server does not verify the certificates of kubelets: --kubelet-certificate-authority is empty.",
        },
      ],
      fixed: null,
    },
  ],
};
