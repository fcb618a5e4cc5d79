import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a digest beside the tag",
      path: "apps/production/web.yaml",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  values:
    image:
      repository: registry.example.com/web
      tag: 1.2.3
      digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`,
    },
    {
      name: "a digest in the tag",
      path: "apps/production/web.yaml",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  values:
    image:
      tag: 1.2.3@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`,
    },
    {
      name: "a tag of something else",
      path: "apps/production/web.yaml",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  values:
    telemetry:
      tag: shop
`,
    },
    {
      name: "a tag in a test environment",
      path: "apps/test/web.yaml",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  values:
    image:
      tag: 1.2.3
`,
    },
  ],
  fail: [
    {
      name: "the image of a release in production",
      path: "apps/production/web.yaml",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  values:
    image:
      repository: registry.example.com/web
      tag: 1.2.3
    sidecar:
      repository: registry.example.com/proxy
      tag: 4.5.6
`,
      findings: [
        {
          at: "11:12-11:17",
          problem: "tag",
          message: 'HelmRelease "web" chooses an image by tag "1.2.3": state the digest that was tested.',
        },
        { at: "14:12-14:17", problem: "tag" },
      ],
      fixed: null,
    },
    {
      name: "deeper in the values of staging",
      path: "apps/staging/web.yaml",
      text: `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata:
  name: web
  namespace: shop
spec:
  interval: 10m
  values:
    controllers:
      main:
        containers:
          app:
            initImage:
              tag: v9
`,
      findings: [{ at: "14:20-14:22", problem: "tag" }],
      fixed: null,
    },
    {
      name: "images of a Flux Kustomization, where the path names no environment",
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
  images:
    - name: web
      newTag: 1.2.3
`,
      findings: [{ at: "13:15-13:20", problem: "tag", severity: "warning" }],
      fixed: null,
    },
  ],
};
