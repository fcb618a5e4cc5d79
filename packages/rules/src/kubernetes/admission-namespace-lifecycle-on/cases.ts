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
        - --enable-admission-plugins=NodeRestriction
`,
    },
    {
      name: "listed",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --enable-admission-plugins=NamespaceLifecycle
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
        - --disable-admission-plugins=NamespaceLifecycle
        - --secure-port=6443
`,
      findings: [
        {
          at: "10:39-10:57",
          problem: "switchedOff",
          message:
            "API server takes objects into namespaces that are being deleted: --disable-admission-plugins switches NamespaceLifecycle off.",
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
      name: "switched off among others",
      text: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    disable-admission-plugins: "PersistentVolumeLabel,NamespaceLifecycle"
`,
      findings: [
        {
          at: "5:55-5:73",
          problem: "switchedOff",
          message:
            "API server takes objects into namespaces that are being deleted: apiServer.extraArgs.disable-admission-plugins switches NamespaceLifecycle off.",
        },
      ],
      fixed: `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
apiServer:
  extraArgs:
    disable-admission-plugins: "PersistentVolumeLabel"
`,
    },
  ],
};
