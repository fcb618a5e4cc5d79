import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "all three",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web-a
    app.kubernetes.io/version: "1.0"
`,
    },
    {
      name: "a list of one's own",
      text: `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {team: shop}}
`,
      options: { labels: ["team"] },
    },
  ],
  fail: [
    {
      name: "none",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
`,
      findings: [
        {
          at: "3:1-3:9",
          problem: "missing",
          message:
            'Deployment "web" has no label app.kubernetes.io/name, app.kubernetes.io/instance, app.kubernetes.io/version.',
        },
      ],
      fixed: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
    app.kubernetes.io/instance: web
`,
      remains: true,
    },
    {
      name: "some",
      text: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
    app.kubernetes.io/version: "1.0"
`,
      findings: [{ at: "5:3-5:9", problem: "missing" }],
      fixed: `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app.kubernetes.io/name: web
    app.kubernetes.io/version: "1.0"
    app.kubernetes.io/instance: web
`,
    },
  ],
};
