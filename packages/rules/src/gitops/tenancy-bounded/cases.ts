import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a project with bounds",
      text: `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos: [https://git.example.com/shop.git]
  destinations:
    - server: https://kubernetes.default.svc
      namespace: shop
  clusterResourceWhitelist: []
`,
    },
    {
      name: "one kind of cluster-wide object",
      text: `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos: [https://git.example.com/shop.git]
  clusterResourceWhitelist:
    - {group: "", kind: Namespace}
`,
    },
    {
      name: "an Application in a project",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  project: shop
  source: {repoURL: https://git.example.com/shop.git}
  destination: {namespace: shop, name: in-cluster}
`,
    },
    {
      name: "Flux for one team",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  chart:
    spec: {chart: web, version: 1.2.3, sourceRef: {kind: HelmRepository, name: web, namespace: flux-system}}
`,
    },
    {
      name: "a tenant with an account and sources of its own",
      options: { multiTenant: true },
      text: `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  serviceAccountName: shop
  prune: true
  sourceRef: {kind: GitRepository, name: web}
`,
    },
    {
      name: "the platform's own objects",
      options: { multiTenant: true },
      text: `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: infra
  namespace: flux-system
spec:
  interval: 10m
  prune: true
  sourceRef: {kind: GitRepository, name: flux-system}
`,
    },
  ],
  fail: [
    {
      name: "a project without bounds",
      text: `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos:
    - "*"
  destinations:
    - server: "*"
      namespace: "*"
  clusterResourceWhitelist:
    - group: "*"
      kind: "*"
`,
      findings: [
        {
          at: "8:7-8:10",
          problem: "anySource",
          message: 'AppProject "shop" takes manifests from any repository.',
        },
        {
          at: "10:15-10:18",
          problem: "anyDestination",
          message: 'AppProject "shop" deploys into any cluster.',
        },
        { at: "11:18-11:21", problem: "anyDestination" },
        {
          at: "14:13-14:16",
          problem: "anyClusterResource",
          message: 'AppProject "shop" may create cluster-wide objects of every kind, roles among them.',
        },
      ],
      fixed: null,
    },
    {
      name: "the project that everyone has",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  project: default
  source: {repoURL: https://git.example.com/shop.git}
  destination: {namespace: shop, name: in-cluster}
`,
      findings: [
        {
          at: "7:12-7:19",
          problem: "defaultProject",
          message:
            'Application "web" is in project "default", which limits neither sources nor destinations.',
        },
      ],
      fixed: null,
    },
    {
      name: "an ApplicationSet in no project",
      text: `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata:
  name: web
spec:
  template:
    spec:
      source: {repoURL: https://git.example.com/shop.git}
      destination: {namespace: shop}
`,
      findings: [{ at: "7:5-7:9", problem: "defaultProject" }],
      fixed: null,
    },
    {
      name: "a tenant with the rights of Flux and another's source",
      options: { multiTenant: true },
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
      sourceRef:
        kind: HelmRepository
        name: web
        namespace: bank
`,
      findings: [
        {
          at: "6:1-6:5",
          problem: "noAccount",
          message:
            'HelmRelease "web" names no serviceAccountName: it is applied with the rights of Flux itself.',
        },
        {
          at: "15:20-15:24",
          problem: "otherNamespace",
          message: 'HelmRelease "web" takes its source from namespace "bank", which is another tenant\'s.',
        },
      ],
      fixed: null,
    },
    {
      name: "other tenants have accounts",
      files: {
        "bank.yaml": `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: bank
  namespace: bank
spec:
  interval: 10m
  serviceAccountName: bank
  prune: true
  sourceRef: {kind: GitRepository, name: bank}
`,
      },
      text: `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  prune: true
  sourceRef: {kind: GitRepository, name: web}
`,
      findings: [
        {
          at: "6:1-6:5",
          problem: "noAccountBesideTenants",
          message:
            'Kustomization "web" names no serviceAccountName, as other tenants do: it is applied with the rights of Flux itself.',
        },
      ],
      fixed: null,
    },
  ],
};
