import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "nothing is asked for",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
`,
    },
    {
      name: "another kind",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web}
`,
      options: { labels: ["owner"], kinds: ["Namespace"] },
    },
  ],
  fail: [
    {
      name: "a label",
      text: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
      options: { labels: ["owner"] },
      findings: [{ at: "3:1-3:9", problem: "label", message: 'Namespace "shop" has no label "owner".' }],
      fixed: null,
    },
    {
      name: "an annotation",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {owner: shop}
  annotations: {phone: "1"}
`,
      options: { labels: ["owner"], annotations: ["email"] },
      findings: [{ at: "6:3-6:14", problem: "annotation" }],
      fixed: null,
    },
  ],
};
