import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "commits are verified",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: https://git.example.com/apps.git
  verify:
    mode: HEAD
    secretRef: {name: keys}
`,
    },
    {
      name: "artifacts are verified",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: oci://registry.example.com/apps
  verify:
    provider: cosign
`,
    },
    {
      name: "a project with keys",
      text: `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos: [https://git.example.com/shop.git]
  signatureKeys:
    - keyID: 0123456789ABCDEF
`,
    },
    {
      name: "a chart from git is verified with its source",
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
      name: "a chart that is an artifact of its own",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  chartRef: {kind: OCIRepository, name: web}
`,
    },
    {
      name: "settings without a provider mean cosign",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: more
  namespace: flux-system
spec:
  interval: 5m
  url: oci://registry.example.com/more
  verify:
    secretRef: {name: keys}
`,
    },
  ],
  fail: [
    {
      name: "commits of anyone",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: https://git.example.com/apps.git
  ref: {tag: v1.4.0}
`,
      findings: [
        {
          at: "6:1-6:5",
          problem: "notVerified",
          message:
            'GitRepository "apps" is applied without a look at its signature: whoever can write the source can change the cluster.',
        },
      ],
      fixed: `apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: https://git.example.com/apps.git
  ref: {tag: v1.4.0}
  verify:
    mode: HEAD
    secretRef:
      name: git-signing-keys
`,
    },
    {
      name: "artifacts of anyone",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: oci://registry.example.com/apps
`,
      findings: [{ at: "6:1-6:5", problem: "notVerified" }],
      fixed: `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: oci://registry.example.com/apps
  verify:
    provider: cosign
`,
    },
    {
      name: "a chart of anyone",
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
      findings: [
        {
          at: "9:5-9:9",
          problem: "chartNotVerified",
          message:
            'HelmRelease "web" installs a chart without a look at its signature, which Flux can check for charts from OCI registries.',
        },
      ],
      fixed: null,
    },
    {
      name: "a project without keys",
      text: `apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos: [https://git.example.com/shop.git]
`,
      findings: [
        {
          at: "6:1-6:5",
          problem: "noKeys",
          message: 'AppProject "shop" names no signatureKeys: Argo CD takes commits that nobody signed.',
        },
      ],
      fixed: null,
    },
  ],
};
