import { describe, expect, it } from "vitest";
import { classifyFile } from "../engine/file-kind.ts";
import { createEngine } from "../engine/engine.ts";
import type { ImageMirror } from "../config/image-policy.ts";
import { loadConfiguration } from "../config/load-configuration.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { compareDeclared } from "./compare-declared.ts";
import { recogniseTools, type ToolDetection } from "./recognise-tools.ts";

const ruleSet: RuleSet = {
  rules: new Map(),
  references: {},
  profiles: {
    "reference-design": {
      name: "reference-design",
      title: "Test",
      description: "No rules.",
      rules: {},
      onlyListed: true,
      inlineIgnores: true,
      waiverMaximumDays: 365,
    },
  },
  requirements: {},
  renamed: new Map(),
};
const { configuration } = await loadConfiguration({ read: async () => undefined, ruleSet });
const engine = createEngine({ ruleSet, configuration });

function detect(
  files: Readonly<Record<string, string>>,
  mirrors: readonly ImageMirror[] = [],
): readonly ToolDetection[] {
  const results = Object.entries(files).map(([path, text]) =>
    engine.checkFile({
      path,
      text,
      kind: path.includes("templates/") ? "helm-template" : (classifyFile(path) ?? "yaml"),
    }),
  );
  return recogniseTools({
    resources: results.flatMap(({ records }) => records),
    files: results.flatMap(({ facts }) => facts ?? []),
    images: { mirrors },
  });
}

/** `product strength state by:text@line, …` */
function told(detections: readonly ToolDetection[]): readonly string[] {
  return detections.map(
    ({ category, product, strength, state, signals }) =>
      `${category}/${product} ${strength} ${state} ${signals
        .map(
          ({ by, text, range }) =>
            `${by}:${text}@${range.start.line}:${range.start.column}-${range.end.column}`,
        )
        .join(", ")}`,
  );
}

const deployment = (name: string, image: string): string => `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: ${name}}
spec:
  selector: {matchLabels: {app.kubernetes.io/name: ${name}}}
  template:
    metadata: {labels: {app.kubernetes.io/name: ${name}}}
    spec:
      containers:
        - {name: main, image: "${image}"}
`;

describe("recogniseTools", () => {
  it("needs two traces of different kinds for a strong detection", () => {
    const strong = detect({ "a.yaml": deployment("fluent-bit", "cr.fluentbit.io/fluent/fluent-bit:3.0") });
    const weak = detect({ "a.yaml": deployment("agent", "cr.fluentbit.io/fluent/fluent-bit:3.0") });
    expect(strong.map(({ product, strength }) => [product, strength])).toEqual([["fluent-bit", "strong"]]);
    expect(weak.map(({ product, strength }) => [product, strength])).toEqual([["fluent-bit", "weak"]]);
  });

  it("takes a name alone for a weak trace that does not make a tool present", () => {
    const found = detect({ "a.yaml": deployment("loki", "registry.example/team/app:1") });
    expect(found.map(({ product, strength, state }) => [product, strength, state])).toEqual([
      ["loki", "weak", "offered"],
    ]);
  });

  it.each([
    [
      "HelmRelease",
      "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: nv}\nspec:\n  targetNamespace: neuvector\n  chart:\n    spec:\n      chart: neuvector\n",
      ["gitops/flux weak present", "runtime-defense/neuvector strong present"],
    ],
    [
      "Application",
      "apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: h}\nspec:\n  source: {chart: harbor}\n  destination: {namespace: harbor}\n",
      ["artifact-repository/harbor strong present", "gitops/argocd weak present"],
    ],
    [
      "values of Big Bang",
      "kyverno:\n  enabled: true\n  git: {repo: https://repo.example/packages/kyverno.git}\naddons:\n  harbor:\n    enabled: false\n    helmRepo: {chartName: harbor}\n",
      ["artifact-repository/harbor weak offered", "container-policy-enforcement/kyverno weak present"],
    ],
    [
      "values with an image",
      "agent:\n  image:\n    registry: docker.io\n    repository: falcosecurity/falco\n    tag: 0.40.0\n",
      ["runtime-defense/falco weak present"],
    ],
    [
      "Zarf",
      "kind: ZarfPackageConfig\nmetadata: {name: p}\ncomponents:\n  - name: c\n    charts: [{name: vector}]\n    images: [docker.io/timberio/vector:0.40]\n",
      ["logging-agent/vector strong present"],
    ],
    [
      "Pod Security Admission, of which a label is all that is seen",
      "apiVersion: v1\nkind: Namespace\nmetadata: {name: web, labels: {pod-security.kubernetes.io/enforce: restricted}}\n",
      ["container-policy-enforcement/psa weak present"],
    ],
    [
      "a group that several products share",
      "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: r}\n",
      ["gitops/argo-rollouts-flagger weak present"],
    ],
  ])("reads %s", (_, text, wanted) => {
    const found = detect({ "deploy/a.yaml": text });
    expect(told(found).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual(wanted);
  });

  it("places a trace on the very word", () => {
    const text = "neuvector:\n  enabled: true\n  helmRepo:\n    chartName: neuvector\n";
    expect(told(detect({ "values.yaml": text }))).toEqual([
      "runtime-defense/neuvector weak present chart:neuvector@4:16-25",
    ]);
  });

  it("reads workflows: actions, images of jobs and command lines", () => {
    const workflow = `on: push
jobs:
  scan:
    runs-on: ubuntu-24.04
    container: anchore/grype:v0.80
    steps:
      - uses: aquasecurity/trivy-action@0.30.0
      - run: |
          # gosec is not run
          FORMAT=json sudo semgrep scan --error
`;
    const found = detect({ ".github/workflows/ci.yaml": workflow });
    expect(found.map(({ category, product }) => `${category}/${product}`)).toEqual([
      "container-scanner/grype",
      "container-scanner/trivy",
      "container-scanner/wiz-sysdig-aqua-qualys",
      "sast/semgrep",
    ]);
  });

  it("says of templates that were not rendered that nobody knows", () => {
    const template =
      "{{- if .Values.on }}\napiVersion: kyverno.io/v1\nkind: ClusterPolicy\nmetadata:\n  name: {{ .Values.name }}\n{{- end }}\n";
    const found = detect({ "chart/templates/policy.yaml": template });
    expect(found.map(({ product, state, strength }) => [product, state, strength])).toEqual([
      ["kyverno", "offered", "weak"],
    ]);
  });

  it("looks through mirrors", () => {
    const text = deployment("agent", "harbor.example.mil/ironbank/opensource/falcosecurity/falco:1");
    expect(detect({ "a.yaml": text }).map(({ product }) => product)).toContain("falco");
    const mirrored = deployment("agent", "harbor.example.mil/hardened/sonatype/nexus/nexus:1");
    const mirrors = [{ from: "registry1.dso.mil/ironbank/", to: "harbor.example.mil/hardened/" }];
    expect(detect({ "a.yaml": mirrored }, mirrors).map(({ product }) => product)).toEqual([
      "iron-bank",
      "nexus",
    ]);
  });

  it("is not led astray by keys of prototypes or endless names", () => {
    const text = `constructor:\n  enabled: true\n__proto__:\n  enabled: true\nimage: ${"a/".repeat(2_000)}:1\n`;
    expect(detect({ "values.yaml": text })).toEqual([]);
  });
});

describe("compareDeclared", () => {
  const detections = detect({ "a.yaml": deployment("falco", "falcosecurity/falco:0.40") });

  it.each([
    ["Falco", "runtime-defense", [], []],
    ["falco", "Runtime defense", [], []],
    ["NeuVector", "runtime-defense", ["NeuVector"], ["falco"]],
    ["Home-made", "runtime-defense", [], ["falco"]],
  ])("%s in %s", (product, category, undetected, undeclared) => {
    const compared = compareDeclared([{ category, product }], detections);
    expect(compared.undetected.map(({ tool }) => tool.product)).toEqual(undetected);
    expect(compared.undeclared.map((one) => one.product)).toEqual(undeclared);
  });

  it("says nothing of what was found where nobody declares anything", () => {
    expect(compareDeclared([], detections).undeclared).toEqual([]);
  });
});
