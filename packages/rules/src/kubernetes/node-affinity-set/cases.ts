import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a selector",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {nodeSelector: {zone: restricted}}
`,
    },
  ],
  fail: [
    {
      name: "none",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers: []
`,
      findings: [
        {
          at: "4:1-4:5",
          problem: "missing",
          message: 'The pods of Pod "web" may run on any node, whatever it was set aside for.',
        },
      ],
      fixed: null,
    },
    {
      name: "other affinity",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {affinity: {podAntiAffinity: {}}}
`,
      findings: [{ at: "4:18-4:39", problem: "missing" }],
      fixed: null,
    },
  ],
};
