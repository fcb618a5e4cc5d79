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
        - --kubelet-client-certificate=/pki/kubelet-client.crt
        - --kubelet-client-key=/pki/kubelet-client.key
`,
    },
    {
      name: "what kubeadm sets",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: profiling
      value: "false"
`,
    },
  ],
  fail: [
    {
      name: "neither",
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
          problem: "notSet",
          message:
            "API server cannot prove to kubelets who it is: --kubelet-client-certificate and --kubelet-client-key are not set.",
        },
      ],
      fixed: null,
    },
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
        - --kubelet-client-certificate=/pki/kubelet-client.crt
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message: "API server cannot prove to kubelets who it is: --kubelet-client-key is not set.",
        },
      ],
      fixed: null,
    },
  ],
};
