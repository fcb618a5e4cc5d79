import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "prefixes, empty values, numbers",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels: {app.kubernetes.io/name: web, empty: "", n: 1, a.b_c-d: x.Y_z-1, shard: "{{shard}}"}
`,
    },
  ],
  fail: [
    {
      name: "characters that are not allowed",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: g**dy.l+bel.
`,
      findings: [
        {
          at: "6:10-6:22",
          problem: "value",
          message: 'Pod "web" has the label value "g**dy.l+bel.", which the API server refuses.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: g-dy.l-bel
`,
    },
    {
      name: "a name, and a label of the pods",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    -app: web
spec:
  template:
    metadata:
      labels: {app: "a b"}
`,
      findings: [
        { at: "6:5-6:9", problem: "key" },
        { at: "10:21-10:26", problem: "value" },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    -app: web
spec:
  template:
    metadata:
      labels: {app: "a-b"}
`,
      remains: true,
    },
  ],
};
