import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "closed",
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
    {
      name: "closed by default in a configuration file",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous:
    enabled: false
`,
    },
  ],
  fail: [
    {
      name: "open",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 10255
`,
      findings: [
        {
          at: "3:15-3:20",
          problem: "wrongValue",
          message:
            'Kubelet shows its pods to everybody who reaches its read-only port: readOnlyPort is "10255".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
`,
    },
    {
      name: "open by default among flags",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --anonymous-auth=false
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message:
            'Kubelet shows its pods to everybody who reaches its read-only port: --read-only-port is not set, which means "10255".',
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
        - --anonymous-auth=false
        - --read-only-port=0
`,
    },
  ],
};
