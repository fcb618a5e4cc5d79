import {
  mayBeOn,
  resolveSettings,
  type Configuration,
  type Rule,
  type RuleSet,
  type Surface,
} from "@plimsoll/core";
import { ruleHeaders } from "./rule-headers.ts";
import { partOf, type RulePart } from "./rule-parts.ts";

/** What a run is going to check. */
export interface LoadRequest {
  readonly configuration: Configuration;
  /** Whether Dockerfiles are among the files. */
  readonly dockerfiles: boolean;
  /** Whether workflows or actions of GitHub are. */
  readonly workflows: boolean;
  /** Whether any other files are. */
  readonly objects: boolean;
}

const PARTS: Readonly<Record<RulePart, () => Promise<readonly Rule[]>>> = {
  dockerfile: async () => (await import("./part-dockerfile.generated.ts")).rules,
  workflow: async () => (await import("./part-workflow.generated.ts")).rules,
  kubernetes: async () => (await import("./part-kubernetes.generated.ts")).rules,
  "by-profile": async () => (await import("./part-by-profile.generated.ts")).rules,
};

/**
 * All rules of Plimsoll, of which only those are loaded that the run can need: by the kinds of its files, and by what its
 * configuration has on. An engine reports each file that rules which are not loaded would have judged.
 */
export async function loadRuleSet(request: LoadRequest): Promise<RuleSet> {
  const { objects } = request;
  const parts = await Promise.all([...partsOf(request)].map((part) => PARTS[part]()));
  const loaded = new Map(parts.flat().map((rule) => [rule.id, rule]));
  const rules = new Map<string, Rule>();
  for (const [id, header] of ruleHeaders.rules) rules.set(id, loaded.get(id) ?? header);
  const ruleSet = { ...ruleHeaders, rules, unloaded: ruleHeaders };
  if (!objects) return ruleSet;
  const { ruleTrees } = await import("./rule-trees.ts");
  return { ...ruleSet, trees: ruleTrees };
}

/** One rule with its body; undefined where there is no rule of that id. */
export async function loadRule(id: string): Promise<Rule | undefined> {
  const header = ruleHeaders.rules.get(id);
  if (header === undefined) return undefined;
  const rules = await PARTS[partOf(header)]();
  return rules.find((rule) => rule.id === id);
}

function partsOf({ configuration, dockerfiles, workflows, objects }: LoadRequest): ReadonlySet<RulePart> {
  const settings = resolveSettings(configuration, ruleHeaders, "");
  const wanted = new Map<Surface, boolean>([
    ["dockerfile", dockerfiles],
    ["workflow", workflows],
  ]);
  const parts = new Set<RulePart>();
  for (const rule of ruleHeaders.rules.values()) {
    const isWanted = wanted.get(rule.surface) ?? objects;
    if (isWanted && mayBeOn(rule.id, settings, configuration)) parts.add(partOf(rule));
  }
  return parts;
}
