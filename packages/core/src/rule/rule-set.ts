import type { CelTrees } from "../cel/tree.ts";
import type { Severity } from "../finding/finding.ts";
import type { Rule, RuleOptions } from "./rule.ts";

/** Requirements and controls of one rule, resolved from the catalogue. */
export interface RuleReferences {
  readonly requirements: readonly string[];
  readonly controls: readonly string[];
}

/** How a profile or a configuration treats one rule. */
export interface RuleSetting {
  readonly severity: Severity | "off";
  readonly options?: RuleOptions;
}

/** A named way to judge. Data only. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Rules that it changes; all others keep their own severity, or are off where `onlyListed` is set. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly onlyListed: boolean;
  /** Whether `# plimsoll-ignore` comments count. */
  readonly inlineIgnores: boolean;
  /** The longest a waiver may last, in days from its creation. */
  readonly waiverMaximumDays: number;
}

/** Everything the engine judges with. The rules package exports one; users' own rules are added to it. */
export interface RuleSet {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly references: Readonly<Record<string, RuleReferences>>;
  readonly profiles: Readonly<Record<string, Profile>>;
  /** Every requirement of the design, with the reason that holds where no rule speaks about it. */
  readonly requirements: Readonly<Record<string, string>>;
  /** Conditions of the rules that were parsed beforehand; others are parsed when they are needed. */
  readonly trees?: CelTrees;
  /** The set that this one was made from by loading rules: what holds for a rule is found out once for both. */
  readonly unloaded?: RuleSet;
  /** Old id to present id. */
  readonly renamed: ReadonlyMap<string, string>;
}
