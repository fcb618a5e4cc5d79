import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "neither",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --feature-gates=RotateKubeletServerCertificate=true
`,
    },
  ],
  fail: [
    {
      name: "audit",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --feature-gates=DynamicAuditing=true
`,
      findings: [
        {
          at: "10:27-10:47",
          problem: "apiServerWrongValue",
          message:
            "API server lets objects of the cluster change where audit records go: --feature-gates has DynamicAuditing=true.",
        },
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
        - --feature-gates=DynamicAuditing=false
`,
    },
    {
      name: "kubelets",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --dynamic-config-dir=/var/lib/kubelet/dynamic
        - --feature-gates=DynamicKubeletConfig=true
`,
      findings: [
        {
          at: "10:32-10:56",
          problem: "kubeletWrongValue",
          message:
            'Kubelet takes its settings from objects of the cluster: --dynamic-config-dir is "/var/lib/kubelet/dynamic".',
        },
        { at: "11:27-11:52", problem: "kubeletWrongValue" },
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
        - --feature-gates=DynamicKubeletConfig=false
`,
    },
  ],
};
