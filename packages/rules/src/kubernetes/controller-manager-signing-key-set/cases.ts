import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a key",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --service-account-private-key-file=/etc/kubernetes/pki/sa.key
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
            "Controller manager has no key of its own for the tokens of service accounts: --service-account-private-key-file is not set.",
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
        - --service-account-private-key-file=/etc/kubernetes/key.txt
`,
      findings: [
        {
          at: "10:46-10:69",
          problem: "wrongValue",
          message:
            'Controller manager has no key of its own for the tokens of service accounts: --service-account-private-key-file "/etc/kubernetes/key.txt" is no name of a certificate or key.',
        },
      ],
      fixed: null,
    },
  ],
};
