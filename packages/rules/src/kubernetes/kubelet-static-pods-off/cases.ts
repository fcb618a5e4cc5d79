import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "no folder",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
`,
    },
  ],
  fail: [
    {
      name: "a folder",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
staticPodPath: /etc/kubernetes/manifests
`,
      findings: [
        {
          at: "4:16-4:41",
          problem: "wrongValue",
          message:
            'Kubelet starts every pod whose manifest is put into a folder of the node: staticPodPath is "/etc/kubernetes/manifests".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
`,
    },
    {
      name: "a folder by flag",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --pod-manifest-path=/etc/kubernetes/manifests
        - --read-only-port=0
`,
      findings: [
        {
          at: "10:31-10:56",
          problem: "wrongValue",
          message:
            'Kubelet starts every pod whose manifest is put into a folder of the node: --pod-manifest-path is "/etc/kubernetes/manifests".',
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
        - --read-only-port=0
`,
    },
  ],
};
