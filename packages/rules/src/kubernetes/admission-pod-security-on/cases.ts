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
        - --admission-control-config-file=/etc/kubernetes/admission.yaml
`,
    },
    {
      name: "the policy of an old version",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      image: k8s.gcr.io/kube-apiserver:v1.24.1
      command:
        - kube-apiserver
        - --enable-admission-plugins=PodSecurityPolicy
`,
    },
  ],
  fail: [
    {
      name: "no configuration",
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
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message:
            "API server holds pods of the cluster to no Pod Security Standard: --admission-control-config-file is not set.",
        },
      ],
      fixed: null,
    },
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
        - --admission-control-config-file=/etc/kubernetes/admission.yaml
        - --disable-admission-plugins=PodSecurity
`,
      findings: [
        {
          at: "11:39-11:50",
          problem: "switchedOff",
          message:
            "API server holds pods of the cluster to no Pod Security Standard: --disable-admission-plugins switches PodSecurity off.",
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
        - --admission-control-config-file=/etc/kubernetes/admission.yaml
`,
    },
    {
      name: "a plugin that the version has no more",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      image: registry.k8s.io/kube-apiserver:v1.31.2
      command:
        - kube-apiserver
        - --enable-admission-plugins=PodSecurityPolicy
`,
      findings: [
        {
          at: "9:7-9:14",
          problem: "notSet",
          message:
            "API server holds pods of the cluster to no Pod Security Standard: --admission-control-config-file is not set.",
        },
      ],
      fixed: null,
    },
  ],
};
