import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "another plugin",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --enable-admission-plugins=NodeRestriction
`,
    },
    {
      name: "no list",
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
  ],
  fail: [
    {
      name: "alone in the list",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --enable-admission-plugins=AlwaysAdmit
        - --secure-port=6443
`,
      findings: [
        {
          at: "10:38-10:49",
          problem: "switchedOn",
          message: "API server asks no admission policy: --enable-admission-plugins switches AlwaysAdmit on.",
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
        - --secure-port=6443
`,
    },
    {
      name: "among others",
      text: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: enable-admission-plugins
      value: "NodeRestriction,AlwaysAdmit"
`,
      findings: [
        {
          at: "6:31-6:42",
          problem: "switchedOn",
          message:
            "API server asks no admission policy: apiServer.extraArgs.enable-admission-plugins switches AlwaysAdmit on.",
        },
      ],
      fixed: `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
apiServer:
  extraArgs:
    - name: enable-admission-plugins
      value: "NodeRestriction"
`,
    },
  ],
};
