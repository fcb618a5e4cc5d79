import {
  conclude,
  createEngine,
  formOf,
  isUnloadedRule,
  loadConfiguration,
  type Configuration,
  type RuleSetting,
} from "@plimsoll/core";
import { describe, expect, it } from "vitest";
import { headers } from "./headers.generated.ts";
import { loadRule, loadRuleSet } from "./load-rule-set.ts";
import { partOf, type RulePart } from "./rule-parts.ts";
import { ruleHeaders } from "./rule-headers.ts";
import { ruleSet } from "./rule-set.ts";

const POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: a}]}\n";
const DOCKERFILE = "FROM debian\nRUN sudo apt install curl\n";

async function configured(
  profile: string,
  rules: Readonly<Record<string, RuleSetting>> = {},
): Promise<Configuration> {
  const text = `profile: ${profile}\nrules: ${JSON.stringify(rules)}\n`;
  const { configuration } = await loadConfiguration({
    path: "plimsoll.yaml",
    read: (path) => Promise.resolve(path === "plimsoll.yaml" ? text : undefined),
    ruleSet: ruleHeaders,
  });
  return configuration;
}

async function loadedParts(
  configuration: Configuration,
  files: { readonly dockerfiles: boolean; readonly objects: boolean },
): Promise<readonly RulePart[]> {
  const { rules } = await loadRuleSet({ configuration, ...files });
  const loaded = [...rules.values()].filter((rule) => !isUnloadedRule(rule));
  const parts = new Set(loaded.map(partOf));
  for (const part of parts)
    expect(loaded.filter((rule) => partOf(rule) === part)).toEqual(
      [...ruleSet.rules.values()].filter((rule) => partOf(rule) === part),
    );
  return [...parts].sort();
}

describe("headers", () => {
  it("say of each rule what it says of itself, and what its body is", () => {
    expect(headers.map(({ id }) => id)).toEqual([...ruleSet.rules.keys()]);
    for (const header of headers) {
      const rule = ruleSet.rules.get(header.id);
      const { unloaded, ...said } = header;
      expect(rule).toMatchObject(said);
      expect(unloaded).toBe(rule === undefined ? undefined : formOf(rule));
    }
  });
});

describe("loadRuleSet", () => {
  it.each<[string, boolean, boolean, readonly RulePart[]]>([
    ["reference-design", true, false, ["dockerfile"]],
    ["reference-design", false, true, ["kubernetes"]],
    ["reference-design", true, true, ["dockerfile", "kubernetes"]],
    ["reference-design", false, false, []],
    ["control-plane", false, true, ["by-profile", "kubernetes"]],
    ["pss-baseline", true, true, ["kubernetes"]],
  ])("under %s with Dockerfiles %s and objects %s loads %j", async (profile, dockerfiles, objects, parts) => {
    expect(await loadedParts(await configured(profile), { dockerfiles, objects })).toEqual(parts);
  });

  it("loads the rules of a profile where the configuration has one of them on", async () => {
    const configuration = await configured("reference-design", {
      "kubernetes/audit-log-age-kept": { severity: "error" },
    });
    expect(await loadedParts(configuration, { dockerfiles: false, objects: true })).toEqual([
      "by-profile",
      "kubernetes",
    ]);
  });

  it("judges as all rules do", async () => {
    const configuration = await configured("reference-design");
    const whole = createEngine({ ruleSet, configuration });
    const lazy = createEngine({
      ruleSet: await loadRuleSet({ configuration, dockerfiles: true, objects: true }),
      configuration,
    });
    const files = [
      { path: "pod.yaml", text: POD },
      { path: "Dockerfile", text: DOCKERFILE },
    ];
    const [expected, found] = [whole, lazy].map((engine) =>
      conclude(
        engine,
        files.map((file) => engine.checkFile(file)),
        { today: "2026-11-24" },
      ),
    );
    expect(expected?.findings.length).toBeGreaterThan(20);
    expect(found).toEqual(expected);
  });

  it.each([
    ["pod.yaml", POD, true, false],
    ["Dockerfile", DOCKERFILE, false, true],
  ])(
    "says that %s was not judged where its rules were left out",
    async (path, text, dockerfiles, objects) => {
      const configuration = await configured("reference-design");
      const rules = await loadRuleSet({ configuration, dockerfiles, objects });
      const { findings, notChecked } = createEngine({ ruleSet: rules, configuration }).checkFile({
        path,
        text,
      });
      expect(findings).toEqual([]);
      expect(notChecked.map(({ code, file }) => [code, file])).toEqual([["rule/not-loaded", path]]);
    },
  );
});

describe("loadRule", () => {
  it.each(["dockerfile/pipefail-set", "kubernetes/user-not-root", "kubernetes/audit-log-age-kept"])(
    "gives %s whole",
    async (id) => {
      expect(await loadRule(id)).toBe(ruleSet.rules.get(id));
    },
  );

  it("knows no other", async () => {
    expect(await loadRule("kubernetes/nothing")).toBeUndefined();
  });
});
