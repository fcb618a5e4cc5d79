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
  ],
  fail: [
    {
      name: "one",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --disable-admission-plugins=ValidatingAdmissionWebhook
`,
      findings: [
        {
          at: "10:39-10:65",
          problem: "switchedOff",
          message:
            "API server asks no policy engine before it admits an object: --disable-admission-plugins switches ValidatingAdmissionWebhook off.",
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
`,
    },
    {
      name: "several",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kube-apiserver
spec:
  containers:
    - name: kube-apiserver
      command:
        - kube-apiserver
        - --disable-admission-plugins=MutatingAdmissionWebhook,PersistentVolumeLabel,ValidatingAdmissionPolicy
`,
      findings: [
        {
          at: "10:39-10:63",
          problem: "switchedOff",
          message:
            "API server lets no policy engine change an object: --disable-admission-plugins switches MutatingAdmissionWebhook off.",
        },
        { at: "10:86-10:111", problem: "switchedOff" },
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
        - --disable-admission-plugins=PersistentVolumeLabel
`,
    },
  ],
};
