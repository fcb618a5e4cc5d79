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
        - --enable-admission-plugins=NodeRestriction,EventRateLimit
`,
    },
    {
      name: "configured",
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
  - name: EventRateLimit
    path: limits.yaml
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
        - --enable-admission-plugins=NodeRestriction
`,
      findings: [
        {
          at: "10:38-10:53",
          problem: "notEnabled",
          message:
            "API server takes as many events as it is sent: --enable-admission-plugins lacks EventRateLimit.",
        },
      ],
      fixed: null,
    },
    {
      name: "a configuration without it",
      text: `apiVersion: apiserver.config.k8s.io/v1
kind: AdmissionConfiguration
plugins:
  - name: PodSecurity
    path: pod-security.yaml
`,
      findings: [
        {
          at: "3:1-3:8",
          problem: "notConfigured",
          message: "AdmissionConfiguration sets no limit on events: plugins lacks EventRateLimit.",
        },
      ],
      fixed: null,
    },
  ],
};
