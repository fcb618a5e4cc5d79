import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a tag",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: https://git.example.com/apps.git
  ref:
    tag: v1.4.0
`,
    },
    {
      name: "a range of tags is chosen by version",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: https://git.example.com/apps.git
  ref:
    semver: ">=1.4.0 <2.0.0"
`,
    },
    {
      name: "a digest",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: oci://registry.example.com/apps
  ref:
    digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`,
    },
    {
      name: "one chart version",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  chart:
    spec:
      chart: web
      version: 1.2.3
      sourceRef: {kind: HelmRepository, name: web}
`,
    },
    {
      name: "a chart from git has the version of its source",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  chart:
    spec:
      chart: ./charts/web
      sourceRef: {kind: GitRepository, name: web}
`,
    },
    {
      name: "a branch for developers",
      path: "clusters/dev/apps.yaml",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: https://git.example.com/apps.git
  ref:
    branch: main
`,
    },
    {
      name: "an Application at a commit",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  project: shop
  source:
    repoURL: https://git.example.com/shop.git
    path: web
    targetRevision: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567
`,
    },
    {
      name: "an ApplicationSet that fills the revision in",
      text: `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: web
spec:
  template:
    spec:
      source:
        repoURL: https://git.example.com/shop.git
        targetRevision: "{{ .revision }}"
`,
    },
    {
      name: "a patch that names no source",
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
      name: "a base whose overlay names the version",
      files: {
        "apps/production/web.yaml": `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  chart:
    spec:
      version: 1.2.3
`,
      },
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  chart:
    spec:
      chart: web
      sourceRef: {kind: HelmRepository, name: web}
`,
    },
  ],
  fail: [
    {
      name: "production follows a branch",
      path: "clusters/production/apps.yaml",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: https://git.example.com/apps.git
  ref:
    branch: main
`,
      findings: [
        {
          at: "10:13-10:17",
          problem: "branch",
          message: 'GitRepository "apps" follows "main", which moves: name a tag, a version or a commit.',
        },
      ],
      fixed: null,
    },
    {
      name: "no revision at all",
      path: "clusters/production/apps.yaml",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: https://git.example.com/apps.git
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: oci://registry.example.com/apps
`,
      findings: [
        {
          at: "6:1-6:5",
          problem: "noRevision",
          message: 'GitRepository "apps" names no revision, and so follows whatever is newest.',
        },
        { at: "15:1-15:5", problem: "noRevision" },
      ],
      fixed: null,
    },
    {
      name: "the path names no environment",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: oci://registry.example.com/apps
  ref:
    tag: latest
`,
      findings: [{ at: "10:10-10:16", problem: "branch", severity: "info" }],
      fixed: null,
    },
    {
      name: "a range of chart versions, and none",
      path: "apps/production/releases.yaml",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  chart:
    spec:
      chart: web
      version: ">=1.0.0-alpha"
      sourceRef: {kind: HelmRepository, name: web}
---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: orders
  namespace: shop
spec:
  interval: 10m
  chart:
    spec:
      chart: orders
      sourceRef: {kind: HelmRepository, name: web}
`,
      findings: [
        {
          at: "11:16-11:31",
          problem: "range",
          message: 'HelmRelease "web" takes any chart version in ">=1.0.0-alpha": name one.',
        },
        {
          at: "22:5-22:9",
          problem: "noVersion",
          message: 'HelmRelease "orders" names no chart version, and so takes the newest.',
        },
      ],
      fixed: null,
    },
    {
      name: "an Application at HEAD, with a chart of any version",
      path: "argocd/prod/web.yaml",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  project: shop
  sources:
    - repoURL: https://git.example.com/shop.git
      path: web
      targetRevision: HEAD
    - repoURL: https://charts.example.com
      chart: web
      targetRevision: 1.*
`,
      findings: [
        { at: "11:23-11:27", problem: "branch" },
        { at: "14:23-14:26", problem: "range" },
      ],
      fixed: null,
    },
  ],
};
