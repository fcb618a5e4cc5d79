import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "an authority",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --client-ca-file=/etc/kubernetes/pki/ca.crt
`,
    },
    {
      name: "a kubelet with an authority",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.crt
`,
    },
    {
      name: "kubeadm puts the authority in",
      files: {
        "cluster.yaml": `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: profiling
      value: "false"
`,
      },
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
`,
    },
  ],
  fail: [
    {
      name: "no authority",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --secure-port=6443
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "apiServerNotSet",
          message: "API server does not verify client certificates: --client-ca-file is not set.",
        },
      ],
      fixed: null,
    },
    {
      name: "a file of another kind",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  x509:
    clientCAFile: /etc/kubernetes/pki/ca.txt
`,
      findings: [
        {
          at: "5:19-5:45",
          problem: "kubeletWrongValue",
          message:
            'Kubelet does not verify client certificates: authentication.x509.clientCAFile "/etc/kubernetes/pki/ca.txt" is no name of a certificate or key.',
        },
      ],
      fixed: null,
    },
  ],
};
