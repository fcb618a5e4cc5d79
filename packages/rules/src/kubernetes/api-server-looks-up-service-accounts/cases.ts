import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the default",
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
    },
    {
      name: "said to be on",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --service-account-lookup=true
`,
    },
    {
      name: "bare, which means on",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --service-account-lookup
`,
    },
  ],
  fail: [
    {
      name: "switched off",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --service-account-lookup=false
`,
      findings: [
        {
          at: "10:36-10:41",
          problem: "wrongValue",
          message:
            'API server accepts tokens of service accounts that were deleted: --service-account-lookup is "false".',
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
        - --service-account-lookup=true
`,
    },
    {
      name: "off by kubeadm",
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    service-account-lookup: "false"
`,
      findings: [
        {
          at: "5:30-5:35",
          problem: "wrongValue",
          message:
            'API server accepts tokens of service accounts that were deleted: apiServer.extraArgs.service-account-lookup is "false".',
        },
      ],
      fixed: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    service-account-lookup: "true"
`,
    },
  ],
};
