import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "five minutes",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
streamingConnectionIdleTimeout: 5m0s
`,
    },
    {
      name: "the default",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --read-only-port=0
`,
    },
  ],
  fail: [
    {
      name: "never",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --streaming-connection-idle-timeout=0
`,
      findings: [
        {
          at: "10:47-10:48",
          problem: "wrongValue",
          message:
            'Kubelet keeps idle shells and port forwards open for ever: --streaming-connection-idle-timeout is "0".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --streaming-connection-idle-timeout=5m
`,
    },
    {
      name: "never, in a configuration file",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
streamingConnectionIdleTimeout: 0s
`,
      findings: [
        {
          at: "3:33-3:35",
          problem: "wrongValue",
          message:
            'Kubelet keeps idle shells and port forwards open for ever: streamingConnectionIdleTimeout is "0s".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
streamingConnectionIdleTimeout: 5m
`,
    },
  ],
};
