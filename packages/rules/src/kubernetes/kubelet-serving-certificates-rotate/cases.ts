import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "on, or not said",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serverTLSBootstrap: true
---
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
`,
    },
  ],
  fail: [
    {
      name: "the gate is off",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --feature-gates=RotateKubeletServerCertificate=false,Other=true
`,
      findings: [
        {
          at: "10:27-10:63",
          problem: "controllerManagerWrongValue",
          message:
            "Controller manager does not renew the serving certificates of kubelets: --feature-gates has RotateKubeletServerCertificate=false.",
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
        - --feature-gates=RotateKubeletServerCertificate=true,Other=true
`,
    },
    {
      name: "the serving certificate",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serverTLSBootstrap: false
`,
      findings: [
        {
          at: "3:21-3:26",
          problem: "kubeletWrongValue",
          message: 'Kubelet does not renew its serving certificate: serverTLSBootstrap is "false".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serverTLSBootstrap: true
`,
    },
  ],
};
