import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a limit",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
podPidsLimit: 1024
`,
    },
  ],
  fail: [
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
            'Kubelet lets one pod start as many processes as the node has room for: podPidsLimit is not set, which means "-1".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
podPidsLimit: 1024
`,
    },
    {
      name: "unlimited",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --pod-max-pids=-1
`,
      findings: [
        {
          at: "10:26-10:28",
          problem: "wrongValue",
          message:
            'Kubelet lets one pod start as many processes as the node has room for: --pod-max-pids is "-1".',
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
        - --pod-max-pids=1024
`,
    },
  ],
};
