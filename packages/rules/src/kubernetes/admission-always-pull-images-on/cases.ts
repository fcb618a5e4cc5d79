import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
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
        - --enable-admission-plugins=AlwaysPullImages
`,
    },
  ],
  fail: [
    {
      name: "a list without it",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --enable-admission-plugins=PodNodeSelector
`,
      findings: [
        {
          at: "10:38-10:53",
          problem: "notEnabled",
          message:
            "API server lets pods run images of others that are on the node already: --enable-admission-plugins lacks AlwaysPullImages.",
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
        - --enable-admission-plugins=PodNodeSelector,AlwaysPullImages
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
      args:
        - --secure-port=6443
`,
      findings: [
        {
          at: "10:7-10:11",
          problem: "notEnabled",
          message:
            "API server lets pods run images of others that are on the node already: --enable-admission-plugins is not set and so lacks AlwaysPullImages.",
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
        - --enable-admission-plugins=AlwaysPullImages
`,
    },
  ],
};
