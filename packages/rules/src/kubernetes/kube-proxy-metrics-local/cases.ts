import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the default",
      text: `apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
metricsBindAddress: ""
`,
    },
    {
      name: "loopback",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-proxy
spec:
  containers:
    - name: kube-proxy
      command:
        - kube-proxy
        - --metrics-bind-address=127.0.0.1:10249
`,
    },
  ],
  fail: [
    {
      name: "every address",
      text: `apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
metricsBindAddress: 0.0.0.0:10249
`,
      findings: [
        {
          at: "3:21-3:34",
          problem: "wrongValue",
          message:
            'kube-proxy shows its metrics to everybody who reaches the node: metricsBindAddress is "0.0.0.0:10249".',
        },
      ],
      fixed: `apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
metricsBindAddress: 127.0.0.1:10249
`,
    },
    {
      name: "every address by flag",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-proxy
spec:
  containers:
    - name: kube-proxy
      command:
        - kube-proxy
        - --metrics-bind-address=0.0.0.0:10249
`,
      findings: [
        {
          at: "10:34-10:47",
          problem: "wrongValue",
          message:
            'kube-proxy shows its metrics to everybody who reaches the node: --metrics-bind-address is "0.0.0.0:10249".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kube-proxy
spec:
  containers:
    - name: kube-proxy
      command:
        - kube-proxy
        - --metrics-bind-address=127.0.0.1:10249
`,
    },
  ],
};
