import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "a digest",
      path: "overlays/production/kustomization.yaml",
      text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
images:
  - name: web
    newName: registry.example.com/shop/web
    digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`,
    },
    {
      name: "a tag and a digest",
      path: "overlays/staging/kustomization.yaml",
      text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
images:
  - name: web
    newTag: 1.2.3
    digest: sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
`,
    },
    {
      name: "a tag for developers",
      path: "overlays/dev/kustomization.yaml",
      text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
images:
  - name: web
    newTag: 1.2.3
`,
    },
    {
      name: "a tag that is filled in",
      path: "overlays/prod/kustomization.yaml",
      text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
images:
  - name: web
    newTag: \${TAG}
`,
    },
    {
      name: "a placeholder",
      path: "overlays/prod/kustomization.yaml",
      text: `images:
  - name: web
    newTag: WEB_IMAGE_TAG
`,
    },
  ],
  fail: [
    {
      name: "production by a tag",
      path: "overlays/production/kustomization.yaml",
      text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
images:
  - name: web
    newName: registry.example.com/shop/web
    newTag: 1.2.3
`,
      findings: [
        {
          at: "8:13-8:18",
          problem: "tag",
          message:
            'Image "registry.example.com/shop/web" is chosen by tag "1.2.3": state the digest that was tested.',
        },
      ],
      fixed: null,
    },
    {
      name: "two images of staging, without kind",
      path: "apps/staging/kustomization.yaml",
      text: `resources: [web.yaml]
images:
  - {name: web, newTag: v2}
  - name: api
    newTag: "7"
`,
      findings: [
        { at: "3:25-3:27", problem: "tag" },
        { at: "5:13-5:16", problem: "tag" },
      ],
      fixed: null,
    },
    {
      name: "a path that names no environment",
      path: "deploy/kustomization.yaml",
      text: `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - ../../base
images:
  - name: web
    newTag: 1.2.3
`,
      findings: [{ at: "7:13-7:18", problem: "tag", severity: "warning" }],
      fixed: null,
    },
  ],
};
