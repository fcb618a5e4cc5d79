import { describe, expect, it } from "vitest";
import type { Configuration } from "../config/configuration.ts";
import { createEngine } from "../engine/engine.ts";
import type { Inventory } from "../inventory/inventory.ts";
import { makeInventory } from "../inventory/make-inventory.ts";
import type { RuleSet } from "../rule/rule-set.ts";

const configuration: Configuration = {
  profile: "test",
  kubernetesMinor: 34,
  images: { trusted: [], approvedUntrusted: [], mirrors: [], registry: undefined, releaseTag: undefined },
  rules: {},
  overrides: [],
  customRules: [],
  include: [],
  exclude: [],
  waiverFiles: [],
  inlineIgnores: undefined,
  buildArguments: {},
};
const ruleSet: RuleSet = {
  rules: new Map(),
  references: {},
  profiles: {
    test: {
      name: "test",
      title: "Test",
      description: "No rules.",
      rules: {},
      onlyListed: true,
      inlineIgnores: false,
      waiverMaximumDays: 1,
    },
  },
  requirements: {},
  renamed: new Map(),
};

function inventoryOf(files: Readonly<Record<string, string>>): Inventory {
  const engine = createEngine({ ruleSet, configuration });
  const results = Object.entries(files).map(([path, text]) => engine.checkFile({ path, text }));
  return makeInventory(
    results.flatMap(({ records }) => records),
    results.flatMap(({ facts }) => facts ?? []),
  );
}

function edgesOf(files: Readonly<Record<string, string>>): string[] {
  return inventoryOf(files)
    .graph()
    .edges.map(
      ({ from, to, relation, file, range }) => `${from} ${relation} ${to} @ ${file}:${range.start.line}`,
    );
}

const WORKFLOW = `on: push
env:
  IMAGE: registry.example/api
jobs:
  build:
    steps:
      - uses: docker/build-push-action@v6
        with:
          context: services/api
          push: true
          tags: \${{ env.IMAGE }}:\${{ github.sha }}
  scan:
    needs: build
    steps:
      - run: trivy image --exit-code 1 $IMAGE:$TAG
  ship:
    needs: scan
    environment: prod
    steps:
      - run: cosign sign $IMAGE@$DIGEST
`;

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  selector: {matchLabels: {app: api}}
  template:
    metadata: {labels: {app: api}}
    spec:
      serviceAccountName: api
      containers:
        - name: api
          image: registry.example/api@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
`;

const POLICIES = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api, namespace: shop}
spec: {podSelector: {matchLabels: {app: api}}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: strict, namespace: shop}
spec: {mtls: {mode: STRICT}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: api, namespace: shop}
roleRef: {kind: Role, name: reader}
subjects: [{kind: ServiceAccount, name: api}]
`;

const FLUX = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: apps, namespace: flux-system}
spec: {path: ./overlays/production, prune: true}
`;

describe("the graph of a workspace", () => {
  it("joins Dockerfile, image, jobs and environment", () => {
    const files = {
      "services/api/Dockerfile": "FROM registry.example/base:1\nUSER 1\n",
      ".github/workflows/ci.yaml": WORKFLOW,
    };
    const job = (id: string): string => `job:.github/workflows/ci.yaml#${id}`;
    const at = "@ .github/workflows/ci.yaml";
    expect(edgesOf(files)).toEqual([
      "dockerfile:services/api/Dockerfile builds-on image:registry.example/base @ services/api/Dockerfile:1",
      `${job("build")} uses dockerfile:services/api/Dockerfile ${at}:7`,
      `${job("build")} builds image:registry.example/api ${at}:7`,
      `${job("build")} pushes image:registry.example/api ${at}:7`,
      `${job("build")} attests image:registry.example/api ${at}:7`,
      `${job("build")} before ${job("scan")} ${at}:13`,
      `${job("scan")} scans image:registry.example/api ${at}:15`,
      `${job("scan")} before ${job("ship")} ${at}:17`,
      `${job("ship")} deploys-to environment:production ${at}:18`,
      `${job("ship")} signs image:registry.example/api ${at}:20`,
    ]);
  });

  it("joins workload, image, namespace, account, role and policies", () => {
    const edges = edgesOf({ "base/api.yaml": DEPLOYMENT, "base/policies.yaml": POLICIES });
    const workload = "workload:Deployment/shop/api";
    expect(edges).toEqual([
      `${workload} in namespace:shop @ base/api.yaml:5`,
      `${workload} runs image:registry.example/api @ base/api.yaml:14`,
      `${workload} acts-as service-account:ServiceAccount/shop/api @ base/api.yaml:11`,
      "network-policy:NetworkPolicy/shop/api in namespace:shop @ base/policies.yaml:3",
      "mesh-policy:PeerAuthentication/shop/strict in namespace:shop @ base/policies.yaml:8",
      "service-account:ServiceAccount/shop/api may role:Role/shop/reader @ base/policies.yaml:15",
      `network-policy:NetworkPolicy/shop/api guards ${workload} @ base/policies.yaml:4`,
      `mesh-policy:PeerAuthentication/shop/strict guards ${workload} @ base/policies.yaml:8`,
    ]);
  });

  it("follows a GitOps object through an overlay to the workload and its environment", () => {
    const edges = edgesOf({
      "base/api.yaml": DEPLOYMENT,
      "base/kustomization.yaml": "resources: [api.yaml]\n",
      "overlays/production/kustomization.yaml": "resources: [../../base]\n",
      "clusters/main/apps.yaml": FLUX,
    });
    const workload = "workload:Deployment/shop/api";
    expect(edges.filter((edge) => edge.includes("serves") || edge.includes("reconciles"))).toEqual([
      `${workload} serves environment:production @ base/api.yaml:4`,
      `gitops:Kustomization/flux-system/apps reconciles ${workload} @ clusters/main/apps.yaml:3`,
    ]);
  });

  it("takes an image of a job and of a workload for one, whatever their tags", () => {
    const graph = inventoryOf({ ".github/workflows/ci.yaml": WORKFLOW, "api.yaml": DEPLOYMENT }).graph();
    const image = "image:registry.example/api";
    expect(graph.to(image, "scans").map(({ from }) => graph.node(from)?.name)).toEqual(["ci.yaml: scan"]);
    expect(graph.to(image, "runs").map(({ from }) => graph.node(from)?.name)).toEqual(["Deployment api"]);
  });
});
