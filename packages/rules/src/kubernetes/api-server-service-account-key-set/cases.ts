import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a key",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --service-account-key-file=/etc/kubernetes/pki/sa.pub
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
      name: "not set",
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
            "API server has no key of its own for the tokens of service accounts: --service-account-key-file is not set.",
        },
      ],
      fixed: null,
    },
    {
      name: "no path of Linux",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --service-account-key-file=pki\\\\sa.pub
`,
      findings: [
        {
          at: "10:38-10:49",
          problem: "wrongValue",
          message:
            'API server has no key of its own for the tokens of service accounts: --service-account-key-file "pki\\\\sa.pub" is no path of Linux.',
        },
      ],
      fixed: null,
    },
  ],
};
