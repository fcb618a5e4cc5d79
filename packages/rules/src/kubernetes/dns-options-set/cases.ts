import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "two",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {dnsConfig: {options: [{name: ndots, value: "2"}]}}
`,
    },
  ],
  fail: [
    {
      name: "not set",
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
          message:
            'The pods of Pod "web" keep the default ndots of 5: each look-up of an outside name asks five times.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers: []
  dnsConfig:
    options:
      - name: ndots
        value: "2"
`,
    },
    {
      name: "another option",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {dnsConfig: {options: [{name: timeout, value: "2"}]}}
`,
      findings: [{ at: "4:29-4:58", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {dnsConfig: {options: [{name: timeout, value: "2"}, {name: ndots, value: "2"}]}}
`,
    },
  ],
};
