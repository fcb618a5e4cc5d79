import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "none",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec: {hostAliases: [], containers: []}
`,
    },
  ],
  fail: [
    {
      name: "some",
      text: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers: []
  hostAliases:
    - ip: 10.0.0.1
      hostnames: [db.example.com]
`,
      findings: [
        {
          at: "6:3-6:14",
          problem: "hostAliases",
          message:
            'The pods of Pod "a" answer names themselves by hostAliases, past the cluster\'s name server.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata: {name: a}
spec:
  containers: []
`,
    },
    {
      name: "of a template",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec: {template: {spec: {containers: [], hostAliases: [{ip: 10.0.0.1}]}}}
`,
      findings: [{ at: "4:42-4:53", problem: "hostAliases" }],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata: {name: a}
spec: {template: {spec: {containers: []}}}
`,
    },
  ],
};
