import { catalogueRules, requirements } from "@plimsoll/model";
import { describe, expect, it } from "vitest";
import type { Configuration } from "../config/configuration.ts";
import { loadConfiguration } from "../config/load-configuration.ts";
import { createEngine } from "../engine/engine.ts";
import { conclude } from "../engine/conclude.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { defineRule } from "../rule/define-rule.ts";
import type { ResourceRule } from "../rule/rule.ts";
import { assessPosture, scoreOf } from "./assess-posture.ts";
import { isAudience } from "./attestations.ts";
import { subjectOfEntry } from "./entry-subjects.ts";
import type { Posture, RequirementPosture } from "./posture.ts";

/** One rule for every entry on manifests: it finds objects that are named after the entry. */
function ruleOf(entry: string): ResourceRule {
  return defineRule({
    id: `kubernetes/${entry.toLowerCase()}`,
    title: entry,
    severity: "error",
    confidence: "high",
    surface: "kubernetes",
    catalogue: [entry],
    requirements: requirements
      .filter(({ catalogueRules: entries }) => entries.some((one) => one === entry))
      .map(({ id }) => id),
    aliases: [],
    since: "0.1.0",
    *check({ name, node }) {
      if (name === entry.toLowerCase()) yield { problem: "named", at: node, data: undefined };
    },
    message: () => `${entry} is broken.`,
  });
}

const rules = catalogueRules.filter(({ id }) => /^(?:KM|MS|GO)/u.test(id)).map(({ id }) => ruleOf(id));
const ruleSet: RuleSet = {
  rules: new Map(rules.map((rule) => [rule.id, rule])),
  references: {},
  profiles: {
    "reference-design": {
      name: "reference-design",
      title: "",
      description: "",
      rules: {},
      onlyListed: false,
      inlineIgnores: true,
      waiverMaximumDays: 365,
    },
    il4: {
      name: "il4",
      title: "",
      description: "",
      rules: {},
      onlyListed: false,
      inlineIgnores: true,
      waiverMaximumDays: 365,
    },
  },
  requirements: {},
  renamed: new Map(),
};
const { configuration } = await loadConfiguration({ read: async () => undefined, ruleSet });

function postureOf(files: Readonly<Record<string, string>>, change: Partial<Configuration> = {}): Posture {
  const engine = createEngine({ ruleSet, configuration: { ...configuration, ...change } });
  const results = Object.entries(files).map(([path, text]) => engine.checkFile({ path, text }));
  const assessment = conclude(engine, results, { today: "2026-11-24" });
  return assessPosture({ engine, results, assessment, today: "2026-11-24" });
}

function row(posture: Posture, id: string): RequirementPosture {
  const found = posture.requirements.find(({ requirement }) => requirement === id);
  if (found === undefined) throw new RangeError(id);
  return found;
}

const pod = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: web}\nspec: {containers: [{name: a, image: "a:1"}]}\n`;
const ISTIO =
  "apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: default, namespace: istio-system}\nspec: {mtls: {mode: STRICT}}\n";

describe("assessPosture", () => {
  it("meets a row where its rules had something to look at and found nothing", () => {
    expect(row(postureOf({ "a.yaml": pod("web") }), "K8S-RD-3.4-ISOLATION")).toMatchObject({
      verdict: "met",
      reasons: [],
    });
  });

  it("does not meet a row that a finding stands against, and says where", () => {
    const found = row(postureOf({ "a.yaml": pod("km037") }), "K8S-RD-3.4-ISOLATION");
    expect(found.verdict).toBe("not-met");
    expect(found.reasons).toEqual([
      { code: "posture/failed", message: "KM037 (shareProcessNamespace true): 1 finding stands against it." },
    ]);
    expect(found.proofs[0]).toMatchObject({ kind: "finding", file: "a.yaml" });
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["without any workload", { "a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n" }],
    ["without any file", {}],
    [
      "with a file that could not be read",
      { "a.yaml": pod("web"), "b.yaml": "{{- if .Values.on }}\na: {{ .Values.b }}\n{{- end }}\n" },
    ],
  ])("does not check what rules on pods judge, %s", (_, files) => {
    expect(row(postureOf(files), "K8S-RD-3.4-ISOLATION").verdict).toBe("not-checked");
  });

  it("takes no rule on a mesh for content where there is no mesh", () => {
    const without = row(postureOf({ "a.yaml": pod("web") }), "K8S-RD-3.5-EW-MONITOR");
    const within = row(postureOf({ "a.yaml": pod("web"), "b.yaml": ISTIO }), "K8S-RD-3.5-EW-MONITOR");
    expect([without.verdict, within.verdict]).toEqual(["not-checked", "met"]);
    expect(without.reasons[0]?.message).toContain("No service mesh is declared or recognised.");
  });

  it("asks for the tools that a row names", () => {
    const none = row(postureOf({ "a.yaml": pod("web") }), "T1-RUNTIME-DEFENSE");
    expect([none.verdict, none.reasons[0]?.message]).toEqual([
      "not-met",
      "FI002 (A REQUIRED or mandated capability has no component): Neither declared nor recognised: Runtime defense.",
    ]);
    const tools = [{ category: "runtime-defense", product: "NeuVector" }];
    const declared = row(
      postureOf({ "a.yaml": pod("web") }, { inventory: { tools, attestations: [] } }),
      "T1-RUNTIME-DEFENSE",
    );
    expect(declared.reasons[0]?.message).toBe(
      "FI004 (Declared tool not found in manifests, or found tool not declared): NeuVector is declared, and no file shows it.",
    );
  });

  it("hears people where a part is theirs, and not where rules decide", () => {
    const attestation = {
      statement: "So it is.",
      role: "authorizing-official",
      who: "R. Diaz",
      date: "2026-11-01",
    };
    const attestations = ["K8S-RD-3.1-CNAP-ZT", "K8S-RD-3.4-ISOLATION"].map((requirement) => ({
      ...attestation,
      requirement,
    }));
    const posture = postureOf({ "a.yaml": pod("km037") }, { inventory: { tools: [], attestations } });
    expect(row(posture, "K8S-RD-3.1-CNAP-ZT").verdict).toBe("met");
    expect(row(posture, "K8S-RD-3.4-ISOLATION").verdict).toBe("not-met");
    expect(row(posture, "K8S-RD-4-PHASES").verdict).toBe("needs-attestation");
  });

  it("knows the impact level by profile, else by the highest that is declared", () => {
    const environments = [
      { name: "a", impactLevel: "il5" as const },
      { name: "b", impactLevel: "il2" as const },
    ];
    const inventory = { tools: [], attestations: [], environments };
    expect(postureOf({}).impactLevel).toBeUndefined();
    expect(postureOf({}, { inventory }).impactLevel).toBe("IL5");
    expect(postureOf({}, { inventory, profile: "il4" }).impactLevel).toBe("IL4");
  });

  it("knows what most entries on objects, pipelines and the inventory speak about", () => {
    const known = catalogueRules.filter(({ id }) => subjectOfEntry(id) !== undefined);
    expect(known.length).toBeGreaterThan(60);
  });
});

describe("scoreOf", () => {
  it.each([
    [[], { points: 0, of: 0, percent: 0, ceiling: 0 }],
    [
      [
        ["required", "met"],
        ["informative", "not-met"],
      ],
      { points: 3, of: 3, percent: 100, ceiling: 100 },
    ],
    [
      [
        ["required", "met"],
        ["required", "not-checked"],
      ],
      { points: 3, of: 6, percent: 50, ceiling: 100 },
    ],
    [
      [
        ["required", "not-met"],
        ["preferred", "needs-attestation"],
        ["recommended", "met"],
      ],
      { points: 1, of: 6, percent: 16, ceiling: 50 },
    ],
  ] as const)("%j", (rows, score) => {
    expect(scoreOf(rows.map(([effective, verdict]) => ({ effective, verdict })))).toEqual(score);
  });
});

describe("isAudience", () => {
  it.each([
    ["authorizing-official", true],
    ["Authorizing Official", true],
    ["factory operators", true],
    ["Operator", false],
    ["", false],
  ])("%s", (role, is) => {
    expect(isAudience(role)).toBe(is);
  });
});
