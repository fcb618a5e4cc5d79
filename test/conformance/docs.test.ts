import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  conclude,
  createEngine,
  loadConfiguration,
  loadKubernetesSchemas,
  parseCustomRules,
  parseWaivers,
  type Engine,
  type Rule,
  type Surface,
} from "@plimsoll/core";
import { readReleasePolicy } from "@plimsoll/release";
import { ruleSet } from "@plimsoll/rules";
import { plainData } from "@plimsoll/workspace";
import { describe, expect, it } from "vitest";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));

interface Fence {
  readonly page: string;
  readonly line: number;
  readonly language: string;
  /** The words after the language: what the block promises. */
  readonly promise: string;
  readonly text: string;
  /** The paragraph before it. */
  readonly before: string;
}

function fencesOf(page: string): readonly Fence[] {
  const lines = readFileSync(join(docs, page), "utf8").split("\n");
  const fences: Fence[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const open = /^(`{3,})(\w+)?(.*)$/.exec(lines[index] ?? "");
    if (open === null) continue;
    const end = lines.indexOf(open[1] ?? "", index + 1);
    if (end < 0) throw new Error(`${page}:${index + 1}: a fence is not closed`);
    fences.push({
      page,
      line: index + 1,
      language: open[2] ?? "",
      promise: (open[3] ?? "").trim(),
      text: `${lines.slice(index + 1, end).join("\n")}\n`,
      before: lines.slice(0, index).findLast((line) => line !== "") ?? "",
    });
    index = end;
  }
  return fences;
}

function pagesIn(folder: string): readonly string[] {
  return readdirSync(join(docs, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `${folder}/${name}`);
}

const nothing = async (): Promise<undefined> => undefined;
const { configuration } = await loadConfiguration({ read: nothing, ruleSet });
const schemas = await loadKubernetesSchemas();
const engine = createEngine({ ruleSet, configuration, schemas });

function plain(text: string): unknown {
  const data = plainData(text);
  return "value" in data ? data.value : undefined;
}

/** Judges by the profile that a rule is only on in, or with the rule on where no profile has it. */
function engineFor(rule: Rule | undefined): Engine {
  if (rule?.onlyIn === undefined) return engine;
  const [profile] = rule.onlyIn;
  const { id, severity } = rule;
  const rules = profile === undefined ? { [id]: { severity, options: {} } } : {};
  return createEngine({
    ruleSet,
    configuration: { ...configuration, profile: profile ?? configuration.profile, rules },
    schemas,
  });
}

function rulesFoundIn({ language, text }: Fence, engine: Engine, surface?: Surface): readonly string[] {
  const yaml = surface === "workflow" ? ".github/workflows/example.yaml" : "manifest.yaml";
  const path = language === "dockerfile" ? "Dockerfile" : yaml;
  const { findings } = conclude(engine, [engine.checkFile({ path, text })], { today: "2026-11-24" });
  return [...new Set(findings.map(({ ruleId }) => ruleId))].sort();
}

function errorsOfWorkflow({ text }: Fence): readonly string[] {
  const result = engine.checkFile({ path: ".github/workflows/example.yml", text });
  const { findings } = conclude(engine, [result], { today: "2026-11-24", partial: true });
  return findings.filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId);
}

/** Examples that need settings or other files say so on the page; the rule's own cases run those. */
describe("examples on rule pages", () => {
  const pages = pagesIn("rules").filter((page) => !page.endsWith("README.md"));

  it.each(pages)("%s", (page) => {
    const id = page.slice("rules/".length, -".md".length);
    const rule = ruleSet.rules.get(id);
    const judge = engineFor(rule);
    const hasOwnSettings = rule === undefined || rule.surface === "ironbank";
    for (const fence of fencesOf(page)) {
      if (fence.language === "text" || hasOwnSettings) continue;
      const found = rulesFoundIn(fence, judge, rule?.surface);
      if (!/^(Found|After the fix|Passes):/.test(fence.before)) continue;
      if (fence.before.startsWith("Found:")) expect(found, `${page}:${fence.line}`).toContain(id);
      else expect(found, `${page}:${fence.line}`).not.toContain(id);
    }
  });
});

/**
 * What a block in the guide promises after its language: the rules that it breaks, or `clean`, or what kind of file it is. After
 * `workflow` stand the errors that it is left with.
 */
describe("examples in the guide", () => {
  const fences = pagesIn("guide").flatMap(fencesOf);

  it("every Dockerfile and YAML block says what to expect of it", () => {
    const silent = fences.filter(
      ({ language, promise }) => ["dockerfile", "yaml"].includes(language) && promise === "",
    );
    expect(silent.map(({ page, line }) => `${page}:${line}`)).toEqual([]);
  });

  it.each(fences.filter(({ promise }) => promise !== ""))("$page:$line $promise", async (fence) => {
    const [kind = "", rest = ""] = fence.promise.split(/ (.*)/);
    if (kind === "configuration") {
      const rules = fences.find(({ page, promise }) => page === fence.page && promise === "rules")?.text;
      const read = async (path: string): Promise<string | undefined> =>
        path === "plimsoll.yaml" ? fence.text : rules;
      const loaded = await loadConfiguration({ path: "plimsoll.yaml", read, ruleSet });
      expect(loaded.configuration).toBeDefined();
    } else if (kind === "waivers")
      expect(parseWaivers("plimsoll-waivers.yaml", fence.text).problems).toEqual([]);
    else if (kind === "rules")
      expect((await parseCustomRules("rules.yaml", fence.text, { ruleSet })).problems).toEqual([]);
    else if (kind === "release-policy")
      expect(() => readReleasePolicy(plain(fence.text), fence.page, [])).not.toThrow();
    else if (kind === "workflow") expect(errorsOfWorkflow(fence).join(" ")).toBe(rest);
    else if (kind === "clean") expect(rulesFoundIn(fence, engine)).toEqual([]);
    else if (kind === "breaks")
      for (const id of rest.split(" ")) expect(rulesFoundIn(fence, engine)).toContain(id);
    else expect.fail(`unknown promise "${fence.promise}"`);
  });
});
