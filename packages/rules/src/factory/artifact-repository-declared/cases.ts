import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a workspace without an inventory",
      path: "plimsoll.yaml",
      text: `profile: general
`,
    },
    {
      name: "a full record, and images are stored there",
      path: "plimsoll.yaml",
      images: { releaseTag: "v*" },
      files: {
        ".github/workflows/ci.yaml": `on: push
jobs:
  build:
    steps:
      - uses: docker/build-push-action@v6
        with:
          push: true
          tags: registry.factory.example/web:1
`,
      },
      text: `inventory:
  artifactRepository:
    host: registry.factory.example
    mode: single
    artifactTypes: [container image, chart]
    retentionDays: 400
`,
    },
    {
      name: "an image whose name is not known",
      path: "plimsoll.yaml",
      images: { releaseTag: "v*" },
      files: {
        ".github/workflows/ci.yaml": `on: push
jobs:
  build:
    steps:
      - uses: docker/build-push-action@v6
        with:
          push: true
          tags: \${{ vars.IMAGE }}:1
`,
      },
      text: `inventory:
  artifactRepository:
    host: registry.factory.example
    mode: single
    artifactTypes: [container image, chart]
    retentionDays: 400
`,
    },
  ],
  fail: [
    {
      name: "no repository",
      path: "plimsoll.yaml",
      text: `inventory:
  tools:
    - category: gitops
      product: Flux
`,
      findings: [{ at: "1:1-1:10", problem: "missing" }],
      fixed: null,
    },
    {
      name: "nothing but a host",
      path: "plimsoll.yaml",
      text: `inventory:
  artifactRepository:
    host: registry.factory.example
`,
      findings: [{ at: "3:11-3:35", problem: "incomplete" }],
      fixed: null,
    },
    {
      name: "a workflow stores an image elsewhere",
      path: ".github/workflows/ci.yaml",
      images: { releaseTag: "v*" },
      files: {
        "plimsoll.yaml": `inventory:
  artifactRepository:
    host: registry.factory.example
    mode: single
    artifactTypes: [container image, chart]
    retentionDays: 400
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
          image: docker.io/acme/web:1
`,
      },
      text: `on: push
jobs:
  build:
    steps:
      - uses: docker/build-push-action@v6
        with:
          push: true
          tags: docker.io/acme/web:1
`,
      findings: [
        {
          at: "5:15-5:42",
          problem: "pushedElsewhere",
          message:
            "Image docker.io/acme/web is stored outside of the declared artifact repository registry.factory.example.",
        },
      ],
      fixed: null,
    },
    {
      name: "a host that only starts alike",
      path: ".github/workflows/ci.yaml",
      images: { releaseTag: "v*" },
      files: {
        "plimsoll.yaml": `inventory:
  artifactRepository:
    host: registry.factory.example
    mode: single
    artifactTypes: [container image, chart]
    retentionDays: 400
`,
      },
      text: `on: push
jobs:
  build:
    steps:
      - uses: docker/build-push-action@v6
        with:
          push: true
          tags: registry.factory.example.evil/web:1
`,
      findings: [{ at: "5:15-5:42", problem: "pushedElsewhere" }],
      fixed: null,
    },
  ],
};
