import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "both",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --tls-cert-file=/pki/apiserver.crt
        - --tls-private-key-file=/pki/apiserver.key
`,
    },
    {
      name: "a kubelet that asks the cluster",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
serverTLSBootstrap: true
`,
    },
    {
      name: "a kubelet of which nothing is known",
      text: `apiVersion: v1
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
  ],
  fail: [
    {
      name: "no key",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --tls-cert-file=/pki/apiserver.crt
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "apiServerNotSet",
          message:
            "API server has no certificate that clients can verify: --tls-private-key-file is not set.",
        },
      ],
      fixed: null,
    },
    {
      name: "neither, in a configuration file",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
`,
      findings: [
        {
          at: "2:7-2:27",
          problem: "kubeletNotSet",
          message:
            "Kubelet has no certificate that clients can verify: tlsCertFile and tlsPrivateKeyFile are not set.",
        },
      ],
      fixed: null,
    },
  ],
};
