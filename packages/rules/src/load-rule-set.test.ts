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
const WORKFLOW = "on: push\njobs: {a: {runs-on: ubuntu-latest, steps: [{uses: a/b@v1}]}}\n";
const ACTION = "runs: {using: composite, steps: [{uses: a/b@v1}]}\n";
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
  files: { readonly dockerfiles: boolean; readonly workflows: boolean; readonly objects: boolean },
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

/** Dockerfiles, workflows and objects by their first letters. */
function filesOf(kinds: string): {
  readonly dockerfiles: boolean;
  readonly workflows: boolean;
  readonly objects: boolean;
} {
  return { dockerfiles: kinds.includes("D"), workflows: kinds.includes("W"), objects: kinds.includes("O") };
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
  it.each<[string, string, readonly RulePart[]]>([
    ["reference-design", "D", ["dockerfile"]],
    ["reference-design", "O", ["kubernetes"]],
    ["reference-design", "W", ["workflow"]],
    ["reference-design", "DWO", ["dockerfile", "kubernetes", "workflow"]],
    ["reference-design", "", []],
    ["control-plane", "O", ["by-profile", "kubernetes"]],
    ["pss-baseline", "DWO", ["kubernetes"]],
  ])("under %s with files of kinds %j loads %j", async (profile, kinds, parts) => {
    expect(await loadedParts(await configured(profile), filesOf(kinds))).toEqual(parts);
  });

  it("loads the rules of a profile where the configuration has one of them on", async () => {
    const configuration = await configured("reference-design", {
      "kubernetes/audit-log-age-kept": { severity: "error" },
    });
    expect(await loadedParts(configuration, filesOf("O"))).toEqual(["by-profile", "kubernetes"]);
  });

  it("judges as all rules do", async () => {
    const configuration = await configured("reference-design");
    const whole = createEngine({ ruleSet, configuration });
    const lazy = createEngine({
      ruleSet: await loadRuleSet({ configuration, ...filesOf("DWO") }),
      configuration,
    });
    const files = [
      { path: "pod.yaml", text: POD },
      { path: "Dockerfile", text: DOCKERFILE },
      { path: ".github/workflows/a.yaml", text: WORKFLOW },
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
    ["pod.yaml", POD, "DW"],
    ["Dockerfile", DOCKERFILE, "WO"],
    [".github/workflows/a.yaml", WORKFLOW, "DO"],
    ["action.yml", ACTION, "DO"],
  ])("says that %s was not judged where its rules were left out", async (path, text, kinds) => {
    const configuration = await configured("reference-design");
    const rules = await loadRuleSet({ configuration, ...filesOf(kinds) });
    const { findings, notChecked } = createEngine({ ruleSet: rules, configuration }).checkFile({
      path,
      text,
    });
    expect(findings).toEqual([]);
    expect(notChecked.map(({ code, file }) => [code, file])).toEqual([["rule/not-loaded", path]]);
  });
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
