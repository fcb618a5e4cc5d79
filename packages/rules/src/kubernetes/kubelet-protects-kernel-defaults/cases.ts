import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "on",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
protectKernelDefaults: true
`,
    },
    {
      name: "a kubelet that is set by a file",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --config=/var/lib/kubelet/config.yaml
`,
    },
  ],
  fail: [
    {
      name: "off",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --protect-kernel-defaults=false
`,
      findings: [
        {
          at: "10:37-10:42",
          problem: "wrongValue",
          message:
            'Kubelet changes settings of the kernel that were hardened: --protect-kernel-defaults is "false".',
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
        - --protect-kernel-defaults=true
`,
    },
    {
      name: "not set",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
`,
      findings: [
        {
          at: "2:7-2:27",
          problem: "notSet",
          message:
            'Kubelet changes settings of the kernel that were hardened: protectKernelDefaults is not set, which means "false".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
protectKernelDefaults: true
`,
    },
  ],
};
