import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a namespace of its own",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop}
`,
    },
  ],
  fail: [
    {
      name: "a pod",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: kube-system
`,
      findings: [
        {
          at: "5:14-5:25",
          problem: "reserved",
          message: 'Pod "web" is in kube-system, which belongs to Kubernetes.',
        },
      ],
      fixed: null,
    },
    {
      name: "a service",
      text: `apiVersion: v1
kind: Service
metadata: {name: web, namespace: kube-public}
`,
      findings: [{ at: "3:34-3:45", problem: "reserved" }],
      fixed: null,
    },
  ],
};
