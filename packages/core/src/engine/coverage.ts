import { resolveSettings } from "../config/resolve-settings.ts";
import type { Finding, RequirementCoverage, WaivedFinding } from "../finding/finding.ts";
import { referencesOf, type Engine } from "./engine.ts";

/** What this assessment says of each requirement of the design: the rules that spoke, what they found, or why none could speak. */
export function coverageOf(
  engine: Engine,
  findings: readonly Finding[],
  waived: readonly WaivedFinding[],
): readonly RequirementCoverage[] {
  const rules = rulesByRequirement(engine);
  const found = countByRequirement(findings);
  const excused = countByRequirement(waived.map(({ finding }) => finding));
  return Object.entries(engine.ruleSet.requirements).map(([requirement, reason]) => {
    const speaking = rules.get(requirement) ?? [];
    return {
      requirement,
      rules: speaking,
      findings: found.get(requirement) ?? 0,
      waived: excused.get(requirement) ?? 0,
      ...(speaking.length === 0 ? { notChecked: reason } : {}),
    };
  });
}

function rulesByRequirement(engine: Engine): Map<string, string[]> {
  const settings = resolveSettings(engine.configuration, engine.ruleSet, "");
  const result = new Map<string, string[]>();
  for (const rule of engine.ruleSet.rules.values()) {
    const setting = settings.get(rule.id);
    if (setting === undefined || setting.severity === "off") continue;
    for (const requirement of referencesOf(engine.ruleSet, rule).requirements) {
      const known = result.get(requirement);
      if (known === undefined) result.set(requirement, [rule.id]);
      else known.push(rule.id);
    }
  }
  return result;
}

function countByRequirement(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { requirements } of findings) {
    for (const requirement of requirements) counts.set(requirement, (counts.get(requirement) ?? 0) + 1);
  }
  return counts;
}
