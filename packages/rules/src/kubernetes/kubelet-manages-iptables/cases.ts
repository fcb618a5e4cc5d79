import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the default",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
readOnlyPort: 0
`,
    },
  ],
  fail: [
    {
      name: "off",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --make-iptables-util-chains=false
`,
      findings: [
        {
          at: "10:39-10:44",
          problem: "wrongValue",
          message:
            'Kubelet does not keep the firewall rules that pods rely on: --make-iptables-util-chains is "false".',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: kubelet
spec:
  containers:
    - name: kubelet
      command:
        - kubelet
        - --make-iptables-util-chains=true
`,
    },
    {
      name: "off in a configuration file",
      text: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
makeIPTablesUtilChains: false
`,
      findings: [
        {
          at: "3:25-3:30",
          problem: "wrongValue",
          message:
            'Kubelet does not keep the firewall rules that pods rely on: makeIPTablesUtilChains is "false".',
        },
      ],
      fixed: `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
makeIPTablesUtilChains: true
`,
    },
  ],
};
