import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a chosen value",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --terminated-pod-gc-threshold=500
`,
    },
  ],
  fail: [
    {
      name: "never",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --terminated-pod-gc-threshold=0
`,
      findings: [
        {
          at: "10:41-10:42",
          problem: "wrongValue",
          message:
            'Controller manager keeps too many terminated pods: --terminated-pod-gc-threshold is "0", where 1 to 12499 is asked for.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --terminated-pod-gc-threshold=1000
`,
    },
    {
      name: "not set",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --leader-elect=true
`,
      findings: [
        {
          at: "8:7-8:14",
          problem: "notSet",
          message:
            "Controller manager keeps too many terminated pods: --terminated-pod-gc-threshold is not set.",
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kube-controller-manager
spec:
  containers:
    - name: kube-controller-manager
      command:
        - kube-controller-manager
        - --leader-elect=true
        - --terminated-pod-gc-threshold=1000
`,
    },
  ],
};
