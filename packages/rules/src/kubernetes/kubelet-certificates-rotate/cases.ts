import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "on",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: true
`,
    },
    {
      name: "nothing said",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --read-only-port=0
`,
    },
  ],
  fail: [
    {
      name: "a configuration file that says nothing",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
`,
      findings: [
        {
          at: "2:7-2:27",
          problem: "notSet",
          message:
            'Kubelet does not renew its client certificate: rotateCertificates is not set, which means "false".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
rotateCertificates: true
`,
    },
    {
      name: "the client certificate",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: false
`,
      findings: [
        {
          at: "3:21-3:26",
          problem: "wrongValue",
          message: 'Kubelet does not renew its client certificate: rotateCertificates is "false".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
rotateCertificates: true
`,
    },
  ],
};
