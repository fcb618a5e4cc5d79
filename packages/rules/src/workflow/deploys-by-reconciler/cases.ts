import type { RuleCases } from "@plimsoll/core";

export const cases: RuleCases = {
  pass: [
    {
      name: "the job opens a change request for the digest",
      text: `on: push
jobs:
  promote:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          kustomize edit set image web=registry.example.com/web@$DIGEST
          gh pr create --fill
`,
    },
    {
      name: "a cluster that lives as long as the test",
      text: `on: pull_request
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: helm/kind-action@v1
      - run: kubectl apply -f manifests/
`,
    },
    {
      name: "only looked at",
      text: `on: push
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - run: |
          kubectl apply --dry-run=server -f manifests/
          helm template web ./chart
          kubectl rollout status deployment/web
`,
    },
  ],
  fail: [
    {
      name: "manifests are applied by the pipeline",
      text: `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: |
          kustomize build overlays/production | kubectl -n shop apply -f -
          kubectl rollout status deployment/web
`,
      findings: [
        {
          at: "8:49-8:70",
          problem: "push",
          message:
            '"kubectl -n shop apply" pushes to the cluster: change what a reconciler pulls, and let it apply.',
        },
      ],
      fixed: null,
    },
    {
      name: "a release is upgraded",
      text: `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: helm upgrade --install web ./chart --set image.tag=\${{ github.sha }}
`,
      findings: [{ at: "6:14-6:26", problem: "push" }],
      fixed: null,
    },
    {
      name: "an action deploys with the cluster's credential",
      text: `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: azure/k8s-set-context@v4
        with:
          kubeconfig: \${{ secrets.KUBE_CONFIG }}
      - uses: Azure/k8s-deploy@v5
        with:
          manifests: manifests/
`,
      findings: [
        {
          at: "8:11-8:21",
          problem: "credential",
          message:
            'Secret "KUBE_CONFIG" gives the pipeline the rights of the cluster: let a reconciler in the cluster pull instead.',
        },
        { at: "9:15-9:34", problem: "push" },
      ],
      fixed: null,
    },
  ],
};
