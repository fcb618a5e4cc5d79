import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "another branch for a change request",
      text: `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  sourceRef: {kind: GitRepository, name: flux-system}
  git:
    checkout: {ref: {branch: main}}
    commit: {author: {email: bot@example.com}}
    push:
      branch: image-updates
  update: {path: ./clusters/production, strategy: Setters}
`,
    },
    {
      name: "straight to staging",
      text: `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  sourceRef: {kind: GitRepository, name: flux-system}
  git:
    checkout: {ref: {branch: main}}
    push: {branch: main}
  update:
    path: ./apps/staging
`,
    },
    {
      name: "the image updater of Argo CD writes to a branch of its own",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web-prod
  annotations:
    argocd-image-updater.argoproj.io/image-list: web=registry.example.com/web
    argocd-image-updater.argoproj.io/write-back-method: git
    argocd-image-updater.argoproj.io/git-branch: main:image-updater-web
spec:
  source: {path: overlays/production}
`,
    },
    {
      name: "an Application without the updater",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  source: {path: overlays/production}
`,
    },
  ],
  fail: [
    {
      name: "straight to production",
      text: `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  sourceRef: {kind: GitRepository, name: flux-system}
  git:
    checkout:
      ref:
        branch: main
    push:
      branch: main
  update:
    path: ./clusters/production
`,
      findings: [
        {
          at: "14:15-14:19",
          problem: "ungated",
          message:
            'ImageUpdateAutomation "apps" pushes to "main" itself: new images reach production without a gate.',
        },
      ],
      fixed: `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  sourceRef: {kind: GitRepository, name: flux-system}
  git:
    checkout:
      ref:
        branch: main
    push:
      branch: image-updates
  update:
    path: ./clusters/production
`,
    },
    {
      name: "no branch to push to means the one that is read",
      text: `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  sourceRef: {kind: GitRepository, name: flux-system}
  git:
    checkout:
      ref: {branch: main}
  update:
    path: ./clusters/home
`,
      findings: [{ at: "9:3-9:6", problem: "ungated", severity: "warning" }],
      fixed: `apiVersion: image.toolkit.fluxcd.io/v1
kind: ImageUpdateAutomation
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  sourceRef: {kind: GitRepository, name: flux-system}
  git:
    checkout:
      ref: {branch: main}
    push:
      branch: image-updates
  update:
    path: ./clusters/home
`,
    },
    {
      name: "the updater changes the cluster without a commit",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  annotations:
    argocd-image-updater.argoproj.io/image-list: web=registry.example.com/web
spec:
  source: {path: overlays/production}
`,
      findings: [
        {
          at: "6:5-6:48",
          problem: "imperative",
          message:
            'Application "web" is updated by the image updater without a commit: nothing records or gates new images.',
        },
      ],
      fixed: null,
    },
    {
      name: "the updater commits to the branch that is applied",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  annotations:
    argocd-image-updater.argoproj.io/image-list: web=registry.example.com/web
    argocd-image-updater.argoproj.io/write-back-method: git:secret:argocd/git
    argocd-image-updater.argoproj.io/git-branch: main
spec:
  source: {path: overlays/production}
`,
      findings: [
        {
          at: "6:5-6:48",
          problem: "ungatedApplication",
          message:
            'Application "web" lets the image updater commit to "main": new images reach production without a gate.',
        },
      ],
      fixed: null,
    },
  ],
};
