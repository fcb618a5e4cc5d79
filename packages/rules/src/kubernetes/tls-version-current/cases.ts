import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "1.3",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --tls-min-version=VersionTLS13
`,
    },
    {
      name: "the default",
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
    },
  ],
  fail: [
    {
      name: "1.0",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --tls-min-version=VersionTLS10
`,
      findings: [
        {
          at: "10:29-10:41",
          problem: "controllerManagerWrongValue",
          message: 'Controller manager accepts TLS that is out of date: --tls-min-version is "VersionTLS10".',
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
        - --tls-min-version=VersionTLS12
`,
    },
    {
      name: "1.1 on a kubelet",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsMinVersion: VersionTLS11
`,
      findings: [
        {
          at: "3:16-3:28",
          problem: "kubeletWrongValue",
          message: 'Kubelet accepts TLS that is out of date: tlsMinVersion is "VersionTLS11".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsMinVersion: VersionTLS12
`,
    },
  ],
};
