import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "no such flag",
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
      name: "another name",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --hostname-override=node-1
`,
      findings: [
        {
          at: "10:31-10:37",
          problem: "wrongValue",
          message: 'Kubelet goes by another name than its machine: --hostname-override is "node-1".',
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
`,
    },
    {
      name: "another name by kubeadm",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: hostname-override
      value: node-1
    - name: v
      value: "2"
`,
      findings: [
        {
          at: "6:14-6:20",
          problem: "wrongValue",
          message:
            'Kubelet goes by another name than its machine: nodeRegistration.kubeletExtraArgs.hostname-override is "node-1".',
        },
      ],
      fixed: `apiVersion: kubeadm.k8s.io/v1beta4
kind: JoinConfiguration
nodeRegistration:
  kubeletExtraArgs:
    - name: v
      value: "2"
`,
    },
  ],
};
