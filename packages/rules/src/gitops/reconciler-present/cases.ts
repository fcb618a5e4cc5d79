import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "Flux pulls the environment",
      path: "apps/production/web.yaml",
      files: {
        "clusters/production/apps.yaml": `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps/production
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
`,
    },
    {
      name: "Argo CD pulls it",
      path: "overlays/prod/web.yaml",
      files: {
        "argocd/web.yaml": `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  project: shop
  source: {repoURL: https://git.example.com/shop.git, path: overlays/prod, targetRevision: v1.2.0}
  destination: {name: in-cluster, namespace: shop}
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
`,
    },
    {
      name: "manifests of no environment",
      path: "deploy/web.yaml",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
`,
    },
    {
      name: "an environment of developers",
      path: "overlays/dev/web.yaml",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
`,
    },
  ],
  fail: [
    {
      name: "nothing pulls production",
      path: "apps/production/web.yaml",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
`,
      findings: [
        {
          at: "4:9-4:12",
          problem: "missing",
          message:
            'Environment "production" has no Flux or Argo CD object in the workspace that pulls it: who applies it needs access to the cluster from outside.',
        },
      ],
      fixed: null,
    },
    {
      name: "a kustomization that only kubectl reads is no reconciler",
      path: "overlays/prod/web.yaml",
      files: {
        "overlays/prod/kustomization.yaml": `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [web.yaml]
`,
      },
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
`,
      findings: [{ at: "4:9-4:12", problem: "missing" }],
      fixed: null,
    },
    {
      name: "told once for each environment",
      path: "environments/staging/shop.yaml",
      text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: shop
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers:
        - name: web
          image: web
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector: {matchLabels: {app: orders}}
  template:
    metadata:
      labels: {app: orders}
    spec:
      containers:
        - name: orders
          image: orders
`,
      findings: [{ at: "4:9-4:12", problem: "missing" }],
      fixed: null,
    },
  ],
};
