import { CodedError } from "../error/coded-error.ts";
import type { Severity } from "../finding/finding.ts";
import type { RuleMeta } from "../rule/rule.ts";
import type { Profile, RuleSet } from "../rule/rule-set.ts";
import type { Configuration } from "./configuration.ts";

/**
 * A rule that the machinery judges: that a text is well-formed, and what waivers and inline ignores must be. It has no check
 * of its own; like every other rule it has a severity that the configuration can change.
 */
export interface BuiltInRule extends RuleMeta {
  readonly id: BuiltInRuleId;
  readonly description: string;
}

export type BuiltInRuleId =
  | "syntax/dockerfile-parses"
  | "syntax/yaml-parses"
  | "waiver/not-expired"
  | "waiver/used"
  | "waiver/scope-narrow"
  | "waiver/rule-exists"
  | "waiver/age-within-limit"
  | "ignore/has-reason"
  | "ignore/rule-exists"
  | "ignore/used";

const CONTROLS = ["nist-800-53r5:ca-5", "nist-800-53r5:cm-6"];

const rows: readonly BuiltInRule[] = [
  {
    ...row("syntax/dockerfile-parses", "error", "A Dockerfile is well-formed", {
      description:
        "A Dockerfile that cannot be read can be neither judged nor built. The finding stands on the characters that could not be understood; everything around them is still checked.",
    }),
    surface: "dockerfile",
    controls: [],
    aliases: ["hadolint:DL1000", "hadolint:DL3043", "hadolint:DL3061"],
  },
  {
    ...row("syntax/yaml-parses", "error", "A YAML or JSON file is well-formed", {
      description:
        "Kubernetes refuses a document that is not well-formed. The finding stands on the characters at fault, a second key of the same name among them; everything around them is still checked. Helm templates are not YAML and never get this finding: they are checked once rendered.",
    }),
    surface: "kubernetes",
    controls: [],
  },
  row("waiver/not-expired", "error", "A waiver's last day has not passed", {
    description:
      "An expired waiver excuses nothing: what it excused is a finding again. Renew it with a new approval, or delete it.",
  }),
  row("waiver/used", "warning", "A waiver excuses at least one finding", {
    description:
      "A waiver that excuses nothing would silently excuse the same problem when it comes back. Delete it once the problem is gone.",
  }),
  row("waiver/scope-narrow", "error", "A waiver names one rule and a bounded place", {
    description:
      "A waiver for all rules, or for one rule everywhere, switches checking off instead of recording an exception. It excuses nothing until its scope is narrowed.",
  }),
  row("waiver/rule-exists", "error", "A waiver names a rule that exists", {
    description:
      "A waiver for a rule that nobody knows excuses nothing. Correct the name or delete the waiver.",
  }),
  row(
    "waiver/age-within-limit",
    "error",
    "A waiver lasts no longer than the profile allows, from a day that has come",
    {
      description:
        "The profile limits the days from creation to expiry, so that every exception is looked at again. A waiver that lasts longer, or whose creation lies ahead, excuses nothing.",
    },
  ),
  row("ignore/has-reason", "warning", "An inline ignore states its reason", {
    description:
      "An ignore comment counts only with a reason after ` -- `: the next reader has to know why the rule may be broken here.",
  }),
  row("ignore/rule-exists", "warning", "An inline ignore names rules that exist", {
    description:
      "An ignore comment that names no rule, or one that nobody knows, excuses nothing. Correct the name.",
  }),
  row("ignore/used", "warning", "An inline ignore excuses at least one finding", {
    description:
      "An ignore comment that excuses nothing hides the same problem when it comes back, or stands in the wrong place. Delete or move it.",
  }),
];

/** The built-in rules by id, in a stable order. They are configured as every other rule, but have no options. */
export const builtInRules: ReadonlyMap<string, BuiltInRule> = new Map(rows.map((rule) => [rule.id, rule]));

/** Malformed text that hadolint has a check of its own for. */
const SYNTAX_ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
  ["dockerfile/before-from", ["hadolint:DL3061"]],
  ["dockerfile/onbuild-chained", ["hadolint:DL3043"]],
  ["dockerfile/onbuild-not-allowed", ["hadolint:DL3043"]],
]);

/** Those of a rule's aliases that stand for a problem of syntax by its code. */
export function syntaxAliases({ aliases }: BuiltInRule, code: string): readonly string[] {
  return SYNTAX_ALIASES.get(code) ?? aliases.slice(0, 1);
}

/** The built-in rule of that id. */
export function builtInRule(id: BuiltInRuleId): BuiltInRule {
  const rule = builtInRules.get(id);
  if (rule === undefined) {
    const message = `There is no built-in rule ${id}.`;
    throw new CodedError({ code: "rule/unknown", message, nextStep: "Report this as a bug." });
  }
  return rule;
}

/**
 * Whether a waiver or an inline ignore can name this rule: every rule of the set, and those on malformed text. Rules on
 * waivers and ignores themselves cannot be excused, only switched off.
 */
export function canBeExcused(id: string, ruleSet: RuleSet): boolean {
  return ruleSet.rules.has(id) || (builtInRules.has(id) && id.startsWith("syntax/"));
}

/** The severity of a built-in rule under a profile and a configuration: configuration, then profile, then its own. */
export function builtInSeverity(
  id: BuiltInRuleId,
  profile: Profile | undefined,
  configuration: Configuration | undefined,
): Severity | "off" {
  const changes = [configuration?.rules, profile?.rules];
  for (const rules of changes) {
    if (rules === undefined || !Object.hasOwn(rules, id)) continue;
    const severity = rules[id]?.severity;
    if (severity !== undefined) return severity;
  }
  return builtInRules.get(id)?.severity ?? "warning";
}

function row(
  id: BuiltInRuleId,
  severity: Severity,
  title: string,
  { description }: { readonly description: string },
): BuiltInRule {
  return {
    id,
    title,
    description,
    severity,
    confidence: "high",
    surface: "factory",
    catalogue: [],
    controls: CONTROLS,
    aliases: [],
    since: "0.1.0",
  };
}
