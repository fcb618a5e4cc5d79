import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a configuration",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --encryption-provider-config=/etc/kubernetes/encryption.yaml
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
          message: "API server stores secrets as they are: --encryption-provider-config is not set.",
        },
      ],
      fixed: null,
    },
    {
      name: "not set by kubeadm",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: profiling
      value: "false"
`,
      findings: [
        {
          at: "4:3-4:12",
          problem: "notSet",
          message:
            "API server stores secrets as they are: apiServer.extraArgs.encryption-provider-config is not set.",
        },
      ],
      fixed: null,
    },
  ],
};
