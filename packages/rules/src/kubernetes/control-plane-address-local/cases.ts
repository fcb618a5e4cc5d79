import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "loopback",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
spec:
  containers:
    - name: kube-scheduler
      command:
        - kube-scheduler
        - --bind-address=127.0.0.1
`,
    },
    {
      name: "the loopback of IPv6",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - "--bind-address=::1"
`,
    },
    {
      name: "what kubeadm sets",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
scheduler:
  extraArgs:
    - name: profiling
      value: "false"
`,
    },
  ],
  fail: [
    {
      name: "every address, by kubeadm",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
controllerManager:
  extraArgs:
    - name: bind-address
      value: "0.0.0.0"
`,
      findings: [
        {
          at: "6:15-6:22",
          problem: "controllerManagerWrongValue",
          message:
            'Controller manager can be reached from outside its node: controllerManager.extraArgs.bind-address is "0.0.0.0".',
        },
      ],
      fixed: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
controllerManager:
  extraArgs:
    - name: bind-address
      value: "127.0.0.1"
`,
    },
    {
      name: "every address by default",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
spec:
  containers:
    - name: kube-scheduler
      command:
        - kube-scheduler
        - --leader-elect=true
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "schedulerNotSet",
          message:
            'Scheduler can be reached from outside its node: --bind-address is not set, which means "0.0.0.0".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
spec:
  containers:
    - name: kube-scheduler
      command:
        - kube-scheduler
        - --leader-elect=true
        - --bind-address=127.0.0.1
`,
    },
  ],
};
