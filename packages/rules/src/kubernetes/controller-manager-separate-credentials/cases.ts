import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "set",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --use-service-account-credentials=true
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
            'Controller manager runs every controller with the same credentials: --use-service-account-credentials is not set, which means "false".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --leader-elect=true
        - --use-service-account-credentials=true
`,
    },
    {
      name: "switched off by kubeadm",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
controllerManager:
  extraArgs:
    - name: use-service-account-credentials
      value: "false"
`,
      findings: [
        {
          at: "6:15-6:20",
          problem: "wrongValue",
          message:
            'Controller manager runs every controller with the same credentials: controllerManager.extraArgs.use-service-account-credentials is "false".',
        },
      ],
      fixed: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
controllerManager:
  extraArgs:
    - name: use-service-account-credentials
      value: "true"
`,
    },
  ],
};
