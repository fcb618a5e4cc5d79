import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "tools in categories of the design, by id or by title",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: gitops
      product: Flux
    - category: Logging agent
      product: Fluent Bit
`,
    },
    {
      name: "a workspace that builds nothing needs no inventory",
      path: "plimsoll.yaml",
      files: {
        "web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.factory.example/web:1
`,
      },
      text: `profile: general
`,
    },
  ],
  fail: [
    {
      name: "workflows and objects, and no inventory",
      path: "plimsoll.yaml",
      files: {
        ".github/workflows/ci.yaml": `on: push
jobs:
  test:
    steps:
      - run: go test ./...
`,
        "web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.factory.example/web:1
`,
      },
      text: `profile: general
`,
      findings: [{ at: "1:1-1:8", problem: "missing" }],
      fixed: `profile: general
inventory:
  tools: []
`,
      remains: true,
    },
    {
      name: "an inventory without tools",
      path: "plimsoll.yaml",
      text: `inventory:
  tools: []
`,
      findings: [{ at: "1:1-1:10", problem: "noTools" }],
      fixed: null,
    },
    {
      name: "a category that the design does not know",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: gitopps
      product: Flux
`,
      findings: [
        {
          at: "3:17-3:24",
          problem: "unknownCategory",
          message:
            'Category "gitopps" is none of the reference design, so the tool counts for nothing. Did you mean `gitops`?',
        },
      ],
      fixed: null,
    },
  ],
};
