import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "local files and a tag",
      path: "base/kustomization.yaml",
      text: `resources:
  - web.yaml
  - ../common
  - https://github.com/example/base//deploy?ref=v1.2.3
  - https://raw.githubusercontent.com/example/base/v1.2.3/web.yaml
  - https://github.com/example/base/releases/download/v1.2.3/install.yaml
`,
    },
    {
      name: "a chart of one version",
      path: "base/kustomization.yaml",
      text: `helmCharts:
  - name: web
    repo: https://charts.example.com
    version: 1.2.3
`,
    },
    {
      name: "dependencies with a lock",
      path: "chart/Chart.yaml",
      siblings: {
        "Chart.lock": `dependencies: []
`,
      },
      text: `apiVersion: v2
name: shop
version: 1.0.0
dependencies:
  - name: redis
    version: ^1.0.0
    repository: https://charts.example.com
`,
    },
    {
      name: "exact dependencies, and one of the same repository",
      path: "chart/Chart.yaml",
      text: `apiVersion: v2
name: shop
version: 1.0.0
dependencies:
  - {name: redis, version: 1.2.3, repository: "https://charts.example.com"}
  - {name: common, version: "*", repository: "file://../common"}
`,
    },
  ],
  fail: [
    {
      name: "no revision, and a branch",
      path: "base/kustomization.yaml",
      text: `resources:
  - https://github.com/example/base//deploy
  - github.com/example/base?ref=main
  - https://raw.githubusercontent.com/example/base/main/web.yaml
`,
      findings: [
        {
          at: "2:5-2:44",
          problem: "noRevision",
          message:
            '"https://github.com/example/base//deploy" names no revision: each build takes what its owner pushed last.',
        },
        {
          at: "3:5-3:37",
          problem: "branch",
          message: '"github.com/example/base?ref=main" follows "main", which moves: name a tag or a commit.',
        },
        { at: "4:5-4:65", problem: "branch" },
      ],
      fixed: null,
    },
    {
      name: "the newest release",
      path: "base/kustomization.yml",
      text: `bases:
  - git@github.com:example/base.git
resources:
  - https://github.com/example/base/releases/latest/download/install.yaml
`,
      findings: [
        { at: "2:5-2:36", problem: "noRevision" },
        { at: "4:5-4:74", problem: "branch" },
      ],
      fixed: null,
    },
    {
      name: "charts of any version",
      path: "base/kustomization.yaml",
      text: `helmCharts:
  - name: web
    repo: https://charts.example.com
  - name: api
    repo: https://charts.example.com
    version: 1.x
`,
      findings: [
        {
          at: "2:11-2:14",
          problem: "noVersion",
          message: 'Chart "web" has no version: each build takes the newest.',
        },
        {
          at: "6:14-6:17",
          problem: "inflatedRange",
          message: 'Chart "api" takes any version in "1.x": name one.',
        },
      ],
      fixed: null,
    },
    {
      name: "dependencies without a lock",
      path: "chart/Chart.yaml",
      text: `apiVersion: v2
name: shop
version: 1.0.0
dependencies:
  - name: redis
    version: ^1.0.0
    repository: https://charts.example.com
  - name: postgres
    repository: oci://registry.example.com/charts
`,
      findings: [
        {
          at: "6:14-6:20",
          problem: "range",
          message: 'Chart "redis" takes any version in "^1.0.0", and no Chart.lock fixes one.',
        },
        { at: "8:11-8:19", problem: "noVersion" },
      ],
      fixed: null,
    },
  ],
};
