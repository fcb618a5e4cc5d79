import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an authority",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --root-ca-file=/etc/kubernetes/pki/ca.crt
`,
    },
    {
      name: "what kubeadm sets",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
controllerManager:
  extraArgs:
    - name: profiling
      value: "false"
`,
    },
  ],
  fail: [
    {
      name: "not set",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --leader-elect=true
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message:
            "Controller manager gives pods no authority to verify the API server with: --root-ca-file is not set.",
        },
      ],
      fixed: null,
    },
    {
      name: "a file of another kind",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --root-ca-file=/etc/kubernetes/ca.txt
`,
      findings: [
        {
          at: "10:26-10:48",
          problem: "wrongValue",
          message:
            'Controller manager gives pods no authority to verify the API server with: --root-ca-file "/etc/kubernetes/ca.txt" is no name of a certificate or key.',
        },
      ],
      fixed: null,
    },
  ],
};
