import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "off",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --profiling=false
`,
    },
    {
      name: "kube-proxy, where it is off by default",
      text: `apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
mode: nftables
`,
    },
  ],
  fail: [
    {
      name: "on by default in the API server and the scheduler",
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
---
apiVersion: v1
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
          problem: "apiServerNotSet",
          message:
            'API server offers its profile to whoever may read its web pages: --profiling is not set, which means "true".',
        },
        { at: "19:7-19:14", problem: "schedulerNotSet" },
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
        - --secure-port=6443
        - --profiling=false
---
apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
spec:
  containers:
    - name: kube-scheduler
      command:
        - kube-scheduler
        - --leader-elect=true
        - --profiling=false
`,
    },
    {
      name: "said to be on in a configuration file",
      text: `apiVersion: kubescheduler.config.k8s.io/v1
kind: KubeSchedulerConfiguration
enableProfiling: true
`,
      findings: [
        {
          at: "3:18-3:22",
          problem: "schedulerWrongValue",
          message:
            'Scheduler offers its profile to whoever may read its web pages: enableProfiling is "true".',
        },
      ],
      fixed: `apiVersion: kubescheduler.config.k8s.io/v1
kind: KubeSchedulerConfiguration
enableProfiling: false
`,
    },
    {
      name: "on in what RKE2 is told",
      path: "etc/rancher/rke2/config.yaml",
      text: `write-kubeconfig-mode: "0600"
kube-controller-manager-arg:
  - profiling=true
  - bind-address=127.0.0.1
`,
      findings: [
        {
          at: "3:15-3:19",
          problem: "controllerManagerWrongValue",
          message:
            'Controller manager offers its profile to whoever may read its web pages: kube-controller-manager-arg profiling is "true".',
        },
      ],
      fixed: `write-kubeconfig-mode: "0600"
kube-controller-manager-arg:
  - profiling=false
  - bind-address=127.0.0.1
`,
    },
  ],
};
