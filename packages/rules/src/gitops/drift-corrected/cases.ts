import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "Flux prunes",
      text: `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps
  prune: true
  sourceRef: {kind: GitRepository, name: apps}
`,
    },
    {
      name: "a release that is looked at",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  chart:
    spec: {chart: web, version: 1.2.3, sourceRef: {kind: HelmRepository, name: web}}
  driftDetection:
    mode: enabled
`,
    },
    {
      name: "an Application that heals itself",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  source: {repoURL: https://git.example.com/shop.git, path: web}
  syncPolicy:
    automated:
      prune: true
      selfHeal: true
`,
    },
    {
      name: "a patch of an environment",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  values:
    replicas: 3
`,
    },
    {
      name: "a patch turns the correction on",
      files: {
        "patch.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  driftDetection:
    mode: enabled
`,
      },
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  chartRef: {kind: OCIRepository, name: web}
`,
    },
  ],
  fail: [
    {
      name: "a Kustomization that says nothing of pruning",
      text: `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
spec:
  path: ./apps
  sourceRef: {kind: GitRepository, name: apps}
`,
      findings: [
        {
          at: "5:1-5:5",
          problem: "pruneUnset",
          message: 'Kustomization "apps" does not prune: what git no longer holds stays in the cluster.',
        },
      ],
      fixed: `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
spec:
  path: ./apps
  sourceRef: {kind: GitRepository, name: apps}
  prune: true
`,
    },
    {
      name: "a Kustomization that is suspended and does not prune",
      text: `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps
  prune: false
  suspend: true
  sourceRef: {kind: GitRepository, name: apps}
`,
      findings: [
        {
          at: "9:10-9:15",
          problem: "notPruned",
          message: 'Kustomization "apps" does not prune: what git no longer holds stays in the cluster.',
        },
        {
          at: "10:12-10:16",
          problem: "suspended",
          message: 'Kustomization "apps" is suspended: what changes in the cluster stays changed.',
        },
      ],
      fixed: `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps
  prune: true
  sourceRef: {kind: GitRepository, name: apps}
`,
    },
    {
      name: "a release that nothing looks at, and one that only warns",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  chart:
    spec: {chart: web, version: 1.2.3, sourceRef: {kind: HelmRepository, name: web}}
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: orders
  namespace: shop
spec:
  interval: 10m
  chartRef: {kind: OCIRepository, name: orders}
  driftDetection: {mode: warn}
`,
      findings: [
        {
          at: "6:1-6:5",
          problem: "driftUnset",
          message: 'HelmRelease "web" does not detect drift: Helm looks at nothing between upgrades.',
        },
        {
          at: "19:26-19:30",
          problem: "driftIgnored",
          message:
            'HelmRelease "orders" does not correct drift (driftDetection.mode is warn): what changes between upgrades stays.',
        },
      ],
      fixed: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  chart:
    spec: {chart: web, version: 1.2.3, sourceRef: {kind: HelmRepository, name: web}}
  driftDetection:
    mode: enabled
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: orders
  namespace: shop
spec:
  interval: 10m
  chartRef: {kind: OCIRepository, name: orders}
  driftDetection: {mode: enabled}
`,
    },
    {
      name: "an Application that a person syncs",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  project: shop
  source: {repoURL: https://git.example.com/shop.git, path: web}
  syncPolicy:
    syncOptions: [CreateNamespace=true]
`,
      findings: [
        {
          at: "9:3-9:13",
          problem: "manual",
          message: 'Application "web" is synced by hand: nothing puts back what drifts.',
        },
      ],
      fixed: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  project: shop
  source: {repoURL: https://git.example.com/shop.git, path: web}
  syncPolicy:
    syncOptions: [CreateNamespace=true]
    automated:
      prune: true
      selfHeal: true
`,
    },
    {
      name: "an ApplicationSet whose Applications do not heal",
      text: `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: web
spec:
  template:
    spec:
      source: {repoURL: https://git.example.com/shop.git, path: web}
      syncPolicy:
        automated:
          prune: true
          selfHeal: false
`,
      findings: [
        {
          at: "12:21-12:26",
          problem: "notHealed",
          message:
            'ApplicationSet "web" does not heal itself: what is changed in the cluster stays until git changes.',
        },
      ],
      fixed: `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: web
spec:
  template:
    spec:
      source: {repoURL: https://git.example.com/shop.git, path: web}
      syncPolicy:
        automated:
          prune: true
          selfHeal: true
`,
    },
    {
      name: "a patch that suspends",
      text: `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
  suspend: true
`,
      findings: [{ at: "8:12-8:16", problem: "suspended" }],
      fixed: `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m
`,
    },
    {
      name: "automation that is switched off",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  source: {repoURL: https://git.example.com/shop.git, path: web}
  syncPolicy:
    automated: {enabled: false, prune: true, selfHeal: true}
`,
      findings: [{ at: "9:26-9:31", problem: "manual" }],
      fixed: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  source: {repoURL: https://git.example.com/shop.git, path: web}
  syncPolicy:
    automated: {enabled: true, prune: true, selfHeal: true}
`,
    },
  ],
};
