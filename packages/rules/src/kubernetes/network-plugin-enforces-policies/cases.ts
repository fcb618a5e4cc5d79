import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a plugin that does",
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: cni
data:
  cni-conf.json: |
    {"cniVersion": "1.0.0", "plugins": [{"type": "calico"}, {"type": "portmap"}]}
`,
    },
    {
      name: "a map that is no configuration of plugins",
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  flannel.json: "not json"
  type: flannel
`,
    },
  ],
  fail: [
    {
      name: "flannel alone in a ConfigMap",
      text: `apiVersion: v1
kind: ConfigMap
metadata:
  name: kube-flannel-cfg
data:
  cni-conf.json: |
    {
      "cniVersion": "0.3.1",
      "plugins": [
        {"type": "flannel"}
      ]
    }
`,
      findings: [
        {
          at: "10:18-10:27",
          problem: "noPolicies",
          message:
            "Network plugin flannel enforces no NetworkPolicy: every pod reaches every other, whatever the policies say.",
        },
      ],
      fixed: null,
    },
    {
      name: "flannel alone in a file of the node",
      path: "10-flannel.json",
      text: `{
  "cniVersion": "0.3.1",
  "plugins": [{ "type": "flannel" }, { "type": "portmap" }]
}
`,
      findings: [
        {
          at: "3:25-3:34",
          problem: "noPolicies",
          message:
            "Network plugin flannel enforces no NetworkPolicy: every pod reaches every other, whatever the policies say.",
        },
      ],
      fixed: null,
    },
  ],
};
