import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "encrypted addresses",
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
kind: HelmRepository
metadata:
  name: charts
  namespace: flux-system
spec:
  interval: 1h
  url: oci://registry.example.com/charts
  type: oci
`,
    },
    {
      name: "git over SSH with known hosts",
      text: `apiVersion: v1
kind: Secret
metadata:
  name: git
stringData:
  identity: ENC[1]
  identity.pub: ssh-ed25519 AAAA
  known_hosts: git.example.com ssh-ed25519 AAAA
`,
    },
    {
      name: "a service inside the cluster, which the mesh encrypts",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: charts
  namespace: flux-system
spec:
  interval: 1h
  url: http://chartmuseum.tools.svc.cluster.local:8080
`,
    },
    {
      name: "a repository of Argo CD",
      text: `apiVersion: v1
kind: Secret
metadata:
  name: shop
  labels:
    argocd.argoproj.io/secret-type: repository
stringData:
  type: git
  url: https://git.example.com/shop.git
`,
    },
  ],
  fail: [
    {
      name: "charts in the clear",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: charts
  namespace: flux-system
spec:
  interval: 1h
  url: http://charts.example.com
  passCredentials: true
`,
      findings: [
        {
          at: "8:8-8:33",
          problem: "plain",
          message:
            'HelmRepository "charts" uses http://charts.example.com, which is not encrypted: what it brings can be changed on the way.',
        },
        {
          at: "9:20-9:24",
          problem: "credentialsPassed",
          message:
            'HelmRepository "charts" passes its credentials to every host that the index of charts names.',
          severity: "warning",
        },
      ],
      fixed: `apiVersion: source.toolkit.fluxcd.io/v1
kind: HelmRepository
metadata:
  name: charts
  namespace: flux-system
spec:
  interval: 1h
  url: https://charts.example.com
  passCredentials: true
`,
      remains: true,
    },
    {
      name: "a registry that may be anyone",
      text: `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: oci://registry.example.com/apps
  insecure: true
`,
      findings: [
        {
          at: "9:13-9:17",
          problem: "insecure",
          message: 'OCIRepository "apps" sets insecure: it takes any server\'s word, or none at all.',
        },
      ],
      fixed: `apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 5m
  url: oci://registry.example.com/apps
`,
    },
    {
      name: "an Application and a project over plain HTTP",
      text: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  source:
    repoURL: http://git.example.com/shop.git
    path: web
---
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos:
    - git://git.example.com/shop.git
`,
      findings: [
        { at: "8:14-8:45", problem: "plain" },
        { at: "18:7-18:37", problem: "plain" },
      ],
      fixed: `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: web
  namespace: argocd
spec:
  source:
    repoURL: https://git.example.com/shop.git
    path: web
---
apiVersion: argoproj.io/v1alpha1
kind: AppProject
metadata:
  name: shop
  namespace: argocd
spec:
  sourceRepos:
    - https://git.example.com/shop.git
`,
    },
    {
      name: "Argo CD is told to trust anyone",
      text: `apiVersion: v1
kind: Secret
metadata:
  name: shop
  labels:
    argocd.argoproj.io/secret-type: repository
stringData:
  type: git
  url: https://git.example.com/shop.git
  insecure: "true"
---
apiVersion: v1
kind: Secret
metadata:
  name: cluster
  labels:
    argocd.argoproj.io/secret-type: cluster
stringData:
  name: cluster
  server: https://cluster.example.com
  config: |
    {"tlsClientConfig": {"insecure": true}}
`,
      findings: [
        { at: "10:13-10:19", problem: "insecure" },
        { at: "21:3-21:9", problem: "insecure" },
      ],
      fixed: `apiVersion: v1
kind: Secret
metadata:
  name: shop
  labels:
    argocd.argoproj.io/secret-type: repository
stringData:
  type: git
  url: https://git.example.com/shop.git
---
apiVersion: v1
kind: Secret
metadata:
  name: cluster
  labels:
    argocd.argoproj.io/secret-type: cluster
stringData:
  name: cluster
  server: https://cluster.example.com
  config: |
    {"tlsClientConfig": {"insecure": true}}
`,
      remains: true,
    },
    {
      name: "a key for git without known hosts",
      text: `apiVersion: v1
kind: Secret
metadata:
  name: git
stringData:
  identity: ENC[1]
  identity.pub: ssh-ed25519 AAAA
`,
      findings: [
        {
          at: "6:3-6:11",
          problem: "noKnownHosts",
          message:
            'Secret "git" holds a key for git over SSH and no known_hosts: the server is not verified.',
        },
      ],
      fixed: null,
    },
  ],
};
