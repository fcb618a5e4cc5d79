import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a class",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {priorityClassName: high}
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
          message:
            'The pods of Pod "web" have no priority class: when the cluster is full nothing says which pods go first.',
        },
      ],
      fixed: null,
    },
    {
      name: "empty",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {priorityClassName: ""}
`,
      findings: [{ at: "4:27-4:29", problem: "missing" }],
      fixed: null,
    },
  ],
};
