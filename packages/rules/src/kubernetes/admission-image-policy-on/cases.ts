import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "listed",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --enable-admission-plugins=ImagePolicyWebhook
`,
    },
  ],
  fail: [
    {
      name: "a list without it",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --enable-admission-plugins=PodNodeSelector
`,
      findings: [
        {
          at: "10:38-10:53",
          problem: "notEnabled",
          message:
            "API server asks no image policy before it admits a pod: --enable-admission-plugins lacks ImagePolicyWebhook.",
        },
      ],
      fixed: null,
    },
    {
      name: "no list",
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
          problem: "notEnabled",
          message:
            "API server asks no image policy before it admits a pod: --enable-admission-plugins is not set and so lacks ImagePolicyWebhook.",
        },
      ],
      fixed: null,
    },
  ],
};
