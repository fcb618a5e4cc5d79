import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "one source each",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - {name: A, value: x}
        - {name: B, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
`,
    },
  ],
  fail: [
    {
      name: "both",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - name: NODE
          value: x
          valueFrom:
            fieldRef:
              fieldPath: spec.nodeName
`,
      findings: [
        {
          at: "10:11-10:16",
          problem: "twoSources",
          message:
            'Variable "NODE" of container "web" has both value and valueFrom, which the API server refuses.',
        },
      ],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - name: NODE
          valueFrom:
            fieldRef:
              fieldPath: spec.nodeName
`,
    },
    {
      name: "an empty value counts too",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
          name: NODE
          value: ""
`,
      findings: [{ at: "11:11-11:16", problem: "twoSources" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      env:
        - valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
          name: NODE
`,
    },
  ],
};
