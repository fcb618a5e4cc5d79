import { parseDockerfile, parseYaml } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import { startCpuTime } from "../../fixtures/cpu-time.ts";
import { sampleFinding, sampleRule, sampleRuleSet } from "../../fixtures/sample-rule-set.ts";
import type { Finding } from "../finding/finding.ts";
import type { CommentedTree } from "../ignore/collect-ignores.ts";
import { hearComments, type Hearing } from "../ignore/hear-comments.ts";
import { PRAGMA_TOOLS } from "../peer/peer-tools.ts";
import { collectPragmas } from "./collect-pragmas.ts";
import { hearPendingPragmas, hearPragmas, pendingPragmas, withoutExpired } from "./hear-pragmas.ts";

function treeOf(path: string, text: string): CommentedTree {
  return path.endsWith(".yaml")
    ? { kind: "yaml", stream: parseYaml(text) }
    : { kind: "dockerfile", file: parseDockerfile(text) };
}

/** A text with a finding at each `^`, which is taken out first. */
function unmark(path: string, marked: string, aliases: readonly string[]) {
  let text = "";
  const findings: Finding[] = [];
  for (const [index, part] of marked.split("^").entries()) {
    if (index > 0) findings.push({ ...sampleFinding({ offset: text.length, file: path }), aliases });
    text += part;
  }
  return { text, findings, tree: treeOf(path, text) };
}

/** For each `^`: `!` where it stands, else the pragma that excuses it and the reason. */
function outcome(path: string, marked: string, aliases: readonly string[]): readonly string[] {
  const { findings, tree } = unmark(path, marked, aliases);
  const { suppressed } = hearPragmas(findings, collectPragmas(tree, PRAGMA_TOOLS));
  return findings.map((finding) => {
    const waived = suppressed.find((one) => one.finding === finding);
    return waived === undefined ? "!" : `${waived.reference} | ${waived.justification}`;
  });
}

const NO_REASON = (tool: string): string => `The ${tool} pragma gives no reason.`;

describe("pragmas in Dockerfiles", () => {
  const tagged = ["hadolint:DL3007", "trivy:DS-0001", "checkov:CKV_DOCKER_7", "buildkit:StageNameCasing"];

  it.each<[string, string, readonly string[]]>([
    [
      "hadolint: the instruction below",
      "# hadolint ignore=DL3007 # ours\nFROM ^a\nRUN ^b\n",
      ["hadolint ignore=DL3007 # ours | ours", "!"],
    ],
    ["hadolint: another check", "# hadolint ignore=DL3008\nFROM ^a\n", ["!"]],
    ["hadolint: a blank line parts", "# hadolint ignore=DL3007\n\nFROM ^a\n", ["!"]],
    [
      "hadolint: the whole file from anywhere",
      "FROM ^a\n# hadolint global ignore=DL3007\n\nRUN ^b\n",
      ["hadolint global ignore=DL3007", "hadolint global ignore=DL3007"].map(
        (text) => `${text} | ${NO_REASON("hadolint")}`,
      ),
    ],
    [
      "hadolint: the stage",
      "FROM ^a\n# hadolint stage ignore=DL3007\nFROM ^b\nRUN ^c\nFROM ^d\n",
      ["!", ...["", ""].map(() => `hadolint stage ignore=DL3007 | ${NO_REASON("hadolint")}`), "!"],
    ],
    [
      "hadolint: a stage's pragma above a RUN",
      "FROM a\n# hadolint stage ignore=DL3007\nRUN ^b\nRUN ^c\n",
      [`hadolint stage ignore=DL3007 | ${NO_REASON("hadolint")}`, "!"],
    ],
    [
      "trivy: the instruction below",
      "# trivy:ignore:AVD-DS-0001\nFROM ^a\nRUN ^b\n",
      [`trivy:ignore:AVD-DS-0001 | ${NO_REASON("trivy")}`, "!"],
    ],
    ["trivy: every check", "# trivy:ignore:*\nFROM ^a\n", [`trivy:ignore:* | ${NO_REASON("trivy")}`]],
    [
      "checkov: the whole file",
      "FROM ^a\nRUN b\n# checkov:skip=CKV_DOCKER_7:dev only\n",
      ["checkov:skip=CKV_DOCKER_7:dev only | dev only"],
    ],
    [
      "BuildKit: the whole file",
      "# check=skip=StageNameCasing;error=true\nFROM ^a\n",
      [`# check=skip=StageNameCasing;error=true | ${NO_REASON("buildkit")}`],
    ],
    [
      "BuildKit: every check",
      "# check=error=true;skip=all\nFROM ^a\n",
      [`# check=error=true;skip=all | ${NO_REASON("buildkit")}`],
    ],
    ["BuildKit: no directive once an instruction stands", "FROM ^a\n# check=skip=all\n", ["!"]],
  ])("%s", (_name, marked, expected) => {
    expect(outcome("Dockerfile", marked, tagged)).toEqual(expected);
  });
});

describe("pragmas in YAML", () => {
  const aliases = [
    "checkov:CKV_K8S_16",
    "kube-linter:privileged-container",
    "kube-score:container-resources",
    "polaris:runAsPrivileged",
    "trivy:KSV-0017",
  ];
  const object = (annotations: string, rest = ""): string =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    ${annotations}\n${rest}spec: ^x\n---\napiVersion: v1\nkind: Pod\nspec: ^y\n`;

  it.each<[string, string]>([
    ["checkov.io/skip1: CKV_K8S_16=vendor's agent", "vendor's agent"],
    ["checkov.io/skip2: CKV_K8S_16", NO_REASON("checkov")],
    ["bridgecrew.io/skip2: ckv_k8s_16", NO_REASON("checkov")],
    ["ignore-check.kube-linter.io/privileged-container: needs the kernel", "needs the kernel"],
    ["kube-linter.io/ignore-all: vendored", "vendored"],
    ["ignore-check.kube-linter.io/privileged-container:", NO_REASON("kube-linter")],
    ["kube-score/ignore: a, container-resources", NO_REASON("kube-score")],
    ['polaris.fairwinds.com/runAsPrivileged-exempt: "true"', NO_REASON("polaris")],
    ["polaris.fairwinds.com/exempt: TRUE", NO_REASON("polaris")],
  ])("%s excuses its object and no other", (annotation, reason) => {
    expect(outcome("a.yaml", object(annotation), aliases)).toEqual([`${annotation} | ${reason}`, "!"]);
  });

  it.each([
    "checkov.io/skip1: CKV_K8S_17=x",
    "checkov.io/skip1: ''",
    "ignore-check.kube-linter.io/host-ipc: x",
    "kube-score/ignore: ''",
    'polaris.fairwinds.com/runAsPrivileged-exempt: "truthy"',
    'polaris.fairwinds.com/-exempt: "true"',
    "kube-score/enable: container-resources",
    "other: CKV_K8S_16",
  ])("%s excuses nothing", (annotation) => {
    expect(outcome("a.yaml", object(annotation), aliases)).toEqual(["!", "!"]);
  });

  it("ignoring resources ignores ephemeral storage, and an annotation of the pods covers them alone", () => {
    const text =
      "apiVersion: apps/v1\nkind: Deployment\nspec:\n  replicas: ^1\n  template:\n    metadata:\n      annotations:\n        kube-score/ignore: container-resources\n    spec: ^{}\n";
    expect(outcome("a.yaml", text, ["kube-score:container-ephemeral-storage-request-and-limit"])).toEqual([
      "!",
      `kube-score/ignore: container-resources | ${NO_REASON("kube-score")}`,
    ]);
  });

  it("hears Trivy's comments like ours, and no Checkov comment", () => {
    const text =
      "apiVersion: v1\nkind: Pod\nspec:\n  # trivy:ignore:KSV017\n  a: ^1\n  b: ^2 # trivy:ignore:ksv-0017\n  c: ^3 # checkov:skip=CKV_K8S_16\n";
    expect(outcome("a.yaml", text, aliases)).toEqual([
      `trivy:ignore:KSV017 | ${NO_REASON("trivy")}`,
      `trivy:ignore:ksv-0017 | ${NO_REASON("trivy")}`,
      "!",
    ]);
  });

  it("covers the item of a list that carries the annotation", () => {
    const text =
      "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  metadata: {annotations: {kube-linter.io/ignore-all: x}}\n  spec: ^a\n- apiVersion: v1\n  kind: Pod\n  spec: ^b\n";
    expect(outcome("a.yaml", text, aliases).map((line) => line === "!")).toEqual([false, true]);
  });
});

describe("hearing", () => {
  const marked = "# hadolint ignore=DL3007\nFROM ^a\n";
  const hear = (more: Partial<Hearing>) => {
    const { findings, tree } = unmark("Dockerfile", marked, ["hadolint:DL3007"]);
    const configuration = { compatibility: PRAGMA_TOOLS } as unknown as NonNullable<Hearing["configuration"]>;
    return hearComments(findings, {
      path: "Dockerfile",
      tree,
      ruleSet: sampleRuleSet,
      heard: true,
      configuration,
      ...more,
    });
  };

  it("needs the tool's name in the configuration, and no auditor", () => {
    const none = { compatibility: ["trivy"] } as unknown as NonNullable<Hearing["configuration"]>;
    expect([hear({}).suppressed.length, hear({}).unheard]).toEqual([1, 0]);
    expect(hear({}).suppressed[0]).toMatchObject({
      by: "inline",
      pragma: "hadolint",
      reference: "hadolint ignore=DL3007",
    });
    expect([hear({ heard: false }).suppressed.length, hear({ heard: false }).unheard]).toEqual([0, 1]);
    expect([hear({ configuration: none }).suppressed.length, hear({ configuration: none }).unheard]).toEqual([
      0, 0,
    ]);
  });

  it("keeps pragmas for rules over the workspace until they speak", () => {
    const judged = {
      ...sampleRule,
      id: "kubernetes/w",
      aliases: ["kube-linter:dangling-service"],
      judge: () => [],
    };
    const ruleSet = { ...sampleRuleSet, rules: new Map([[judged.id, judged]]) };
    const text =
      "apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    ignore-check.kube-linter.io/dangling-service: external\n    checkov.io/skip1: CKV_K8S_16\n";
    const pragmas = pendingPragmas(collectPragmas(treeOf("a.yaml", text), PRAGMA_TOOLS), ruleSet);
    expect(pragmas.map(({ checks }) => checks)).toEqual([["dangling-service"]]);
    const findings = ["a.yaml", "b.yaml"].map((file) => ({
      ...sampleFinding({ offset: 20, file }),
      aliases: judged.aliases,
    }));
    const heard = hearPendingPragmas(findings, new Map([["a.yaml", pragmas]]));
    expect([
      heard.active.map(({ file }) => file),
      heard.suppressed.map(({ justification }) => justification),
    ]).toEqual([["b.yaml"], ["external"]]);
  });

  it("takes back what was excused until a day that has passed", () => {
    const { findings, tree } = unmark("Dockerfile", "# trivy:ignore:DS-0001:exp:2026-11-25\nFROM ^a\n", [
      "trivy:DS-0001",
    ]);
    const { suppressed } = hearPragmas(findings, collectPragmas(tree, PRAGMA_TOOLS));
    expect(withoutExpired(suppressed, "2026-11-24")).toEqual({ active: [], suppressed });
    expect(withoutExpired(suppressed, "2026-11-25")).toEqual({ active: findings, suppressed: [] });
  });

  it("stays cheap on many pragmas and findings", () => {
    const { findings, tree } = unmark("Dockerfile", "# hadolint ignore=DL3007\nRUN ^a\n".repeat(4500), [
      "hadolint:DL3007",
    ]);
    const spent = startCpuTime();
    expect(hearPragmas(findings, collectPragmas(tree, PRAGMA_TOOLS)).active).toHaveLength(0);
    expect(spent()).toBeLessThan(5000);
  });
});
