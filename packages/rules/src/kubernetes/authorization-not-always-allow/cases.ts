import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "RBAC and Node",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=Node,RBAC
`,
    },
    {
      name: "a webhook of its own",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --authorization-mode=Webhook
`,
    },
  ],
  fail: [
    {
      name: "among other modes",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --authorization-mode=RBAC,AlwaysAllow
`,
      findings: [
        {
          at: "10:37-10:48",
          problem: "apiServerWrongValue",
          message:
            'API server allows every request to everybody: --authorization-mode is "RBAC,AlwaysAllow".',
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
        - --authorization-mode=RBAC
`,
    },
    {
      name: "alone, on a kubelet",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authorization:
  mode: AlwaysAllow
`,
      findings: [
        {
          at: "4:9-4:20",
          problem: "kubeletWrongValue",
          message: 'Kubelet allows every request to everybody: authorization.mode is "AlwaysAllow".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authorization:
  mode: Webhook
`,
    },
  ],
};
