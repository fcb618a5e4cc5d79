import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "one feature by name",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --feature-gates=SomeFeature=true
`,
    },
    {
      name: "switched off",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --feature-gates=AllAlpha=false
`,
    },
  ],
  fail: [
    {
      name: "all gates",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --feature-gates=AllAlpha=true,Other=true
`,
      findings: [
        {
          at: "10:27-10:40",
          problem: "apiServerWrongValue",
          message: "API server runs every feature that is in alpha: --feature-gates has AllAlpha=true.",
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
        - --feature-gates=AllAlpha=false,Other=true
`,
    },
    {
      name: "all APIs",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --runtime-config=api/all=true
`,
      findings: [
        {
          at: "10:28-10:40",
          problem: "apiServerWrongValue",
          message: 'API server serves APIs that are in alpha: --runtime-config is "api/all=true".',
        },
      ],
      fixed: null,
    },
    {
      name: "all gates of a kubelet",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  AllAlpha: true
  Other: true
`,
      findings: [
        {
          at: "4:13-4:17",
          problem: "kubeletWrongValue",
          message: "Kubelet runs every feature that is in alpha: featureGates has AllAlpha=true.",
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
featureGates:
  AllAlpha: false
  Other: true
`,
    },
  ],
};
