import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a Deployment, and a Helm test",
      text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
---
apiVersion: v1
kind: Pod
metadata: {name: test, annotations: {helm.sh/hook: test}}
`,
    },
  ],
  fail: [
    {
      name: "a Pod",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
`,
      findings: [
        {
          at: "2:7-2:10",
          problem: "bare",
          message:
            'Pod "web" stands alone: nothing replaces it when its node fails, and nothing rolls out its next version.',
        },
      ],
      fixed: null,
    },
    {
      name: "a ReplicaSet",
      text: `apiVersion: apps/v1
kind: ReplicaSet
metadata: {name: web}
`,
      findings: [{ at: "2:7-2:17", problem: "bare" }],
      fixed: null,
    },
  ],
};
