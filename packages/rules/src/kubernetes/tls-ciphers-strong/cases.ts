import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "only strong ones",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
`,
    },
    {
      name: "a scheduler that keeps the default",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-scheduler
spec:
  containers:
    - name: kube-scheduler
      command:
        - kube-scheduler
        - --leader-elect=true
`,
    },
  ],
  fail: [
    {
      name: "a weak one among them",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_RSA_WITH_3DES_EDE_CBC_SHA
`,
      findings: [
        {
          at: "10:69-10:98",
          problem: "apiServerWrongValue",
          message:
            "API server may agree on weak encryption: --tls-cipher-suites has TLS_RSA_WITH_3DES_EDE_CBC_SHA.",
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
        - --tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
`,
    },
    {
      name: "the API server without a list",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
      args:
        - --secure-port=6443
`,
      findings: [
        {
          at: "10:7-10:11",
          problem: "apiServerNotSet",
          message: "API server may agree on weak encryption: --tls-cipher-suites is not set.",
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
      args:
        - --secure-port=6443
        - --tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
`,
    },
    {
      name: "CBC with SHA-256",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command: [kubelet]
      args: ["--tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"]
`,
      findings: [
        {
          at: "9:35-9:74",
          problem: "kubeletWrongValue",
          message:
            "Kubelet may agree on weak encryption: --tls-cipher-suites has TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256.",
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command: [kubelet]
      args: ["--tls-cipher-suites=TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"]
`,
    },
    {
      name: "a weak one in a configuration file",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCipherSuites:
  - TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
  - TLS_RSA_WITH_RC4_128_SHA
`,
      findings: [
        {
          at: "5:5-5:29",
          problem: "kubeletWrongValue",
          message: "Kubelet may agree on weak encryption: tlsCipherSuites has TLS_RSA_WITH_RC4_128_SHA.",
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
tlsCipherSuites:
  - TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
`,
    },
  ],
};
