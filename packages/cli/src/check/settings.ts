import {
  createEngine,
  resolveSettings,
  type Rule,
  type RuleMeta,
  type RuleSet,
  type Severity,
} from "@plimsoll/core";
import { ruleHeaders } from "@plimsoll/rules/lazy";
import type { Arguments } from "../arguments/option.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { openFor } from "./open.ts";

/** The rules and how a profile and configuration treat them. */
export interface RuleOverview {
  readonly profile: string;
  readonly ruleSet: RuleSet;
  readonly rules: readonly RuleRow[];
}

/** A rule and its severity here. */
export interface RuleRow {
  readonly rule: Rule;
  readonly severity: Severity | "off";
  readonly requirements: readonly string[];
  readonly controls: readonly string[];
}

/** All rules, users' own among them, under the profile and configuration of the command line. */
export async function ruleOverview(args: Arguments, terminal: Terminal): Promise<RuleOverview> {
  const { configuration } = await openFor(args, terminal, []);
  // Nothing is judged, so no rule needs to be loaded.
  const { ruleSet } = createEngine({ ruleSet: ruleHeaders, configuration });
  const settings = resolveSettings(configuration, ruleSet, "");
  const rules = [...ruleSet.rules.values()].map((rule) => ({
    rule,
    severity: settings.get(rule.id)?.severity ?? "off",
    ...referencesOf(rule),
  }));
  return { profile: configuration.profile, ruleSet, rules };
}

/** Requirements and controls of a rule: resolved by the rules package, or its own where it is a user's. */
export function referencesOf(rule: RuleMeta): {
  readonly requirements: readonly string[];
  readonly controls: readonly string[];
} {
  const { references } = ruleHeaders;
  const known = Object.hasOwn(references, rule.id) ? references[rule.id] : undefined;
  return known ?? { requirements: rule.requirements ?? [], controls: rule.controls ?? [] };
}
