import { builtInRules } from "../config/built-in-rules.ts";
import { yamlText } from "../config/yaml-text.ts";
import type { Severity } from "../finding/finding.ts";
import { toolAliases, type PeerTool, type PragmaTool } from "../peer/peer-tools.ts";
import type { RuleMeta } from "../rule/rule.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { CheckStates, meansAlias, type RulePlan } from "./check-states.ts";
import { hasOption, planOptions, type PlannedOptions } from "./plan-options.ts";
import type { MigratedSetting, PeerSetting } from "./setting.ts";

/** What a configuration is made from. */
export interface ConfigurationRequest {
  readonly profile: string;
  /** Every tool that has a file of settings. */
  readonly tools: readonly PeerTool[];
  readonly settings: readonly PeerSetting[];
  readonly ruleSet: RuleSet;
  /** Tools whose pragmas stay and are heard in place. */
  readonly compatibility: readonly PragmaTool[];
  /** Why no rule of ours stands for a check, as a sentence; undefined for a check that nobody knows. */
  readonly reasonOf: (tool: PeerTool, id: string) => string | undefined;
}

export interface PlannedConfiguration {
  /** The text of `plimsoll.yaml`. */
  readonly configuration: string;
  /** What each setting became, but for exceptions, which become waivers. */
  readonly rows: readonly MigratedSetting[];
}

/**
 * Makes a configuration of other tools' settings. A rule goes off where every tool that has settings and reports the same
 * has switched all its checks off; where only some of a tool's checks are off, findings for those go, and no others.
 */
export function planConfiguration(request: ConfigurationRequest): PlannedConfiguration {
  const { ruleSet, settings, tools } = request;
  const rules: readonly RuleMeta[] = [...ruleSet.rules.values(), ...builtInRules.values()];
  const states = new CheckStates(tools, settings, rules);
  const plans = rules.flatMap((rule) => states.planRule(rule) ?? []).map(byCheck);
  const options = planOptions(settings, ruleSet);
  return {
    configuration: configurationText(request, plans, options),
    rows: settings.flatMap((setting) => rowOf(setting, { request, plans, rules }) ?? []),
  };
}

function configurationText(
  { profile, settings, compatibility }: ConfigurationRequest,
  plans: readonly RulePlan[],
  options: PlannedOptions,
): string {
  const files = [...new Set(settings.map(({ file }) => file))];
  const from = files.length === 0 ? "pragmas of other tools" : files.join(", ");
  return [
    `# Made by plimsoll migrate from ${from}. Every key: plimsoll schema configuration.`,
    "",
    `profile: ${yamlText(profile)}`,
    ...trustedLines(settings),
    ...ruleLines(plans, options),
    ...checkLines(plans),
    ...excludeLines(settings),
    ...(compatibility.length === 0
      ? []
      : [
          "",
          "# Comments and annotations of these tools count in place.",
          `compatibility: [${compatibility.join(", ")}]`,
        ]),
    "",
  ].join("\n");
}

function trustedLines(settings: readonly PeerSetting[]): readonly string[] {
  const patterns = settings.flatMap(({ effect }) => (effect.kind === "trusted" ? effect.patterns : []));
  if (patterns.length === 0) return [];
  return [
    "",
    "images:",
    "  trusted:",
    ...[...new Set([...patterns, "scratch"])].map((one) => `    - ${yamlText(one)}`),
  ];
}

function ruleLines(plans: readonly RulePlan[], options: PlannedOptions): readonly string[] {
  const severities = new Map<string, Severity | "off">();
  for (const { rule, severity } of plans) if (severity !== undefined) severities.set(rule.id, severity);
  const ids = [...new Set([...severities.keys(), ...options.keys()])].sort();
  if (ids.length === 0) return [];
  const lines = ids.flatMap((id) => {
    const severity = severities.get(id);
    const own = options.get(id);
    if (own === undefined) return [`  ${id}: ${severity ?? ""}`];
    const values = [...own].map(([name, value]) => `      ${name}: ${JSON.stringify(value)}`);
    return [
      `  ${id}:`,
      ...(severity === undefined ? [] : [`    severity: ${severity}`]),
      "    options:",
      ...values,
    ];
  });
  return ["", "rules:", ...lines];
}

function checkLines(plans: readonly RulePlan[]): readonly string[] {
  const checks = new Map(plans.flatMap((plan) => [...plan.checks]));
  if (checks.size === 0) return [];
  const lines = [...checks.keys()]
    .sort()
    .map((alias) => `  ${JSON.stringify(alias)}: ${checks.get(alias) ?? ""}`);
  return [
    "",
    "# Findings that stand for these checks of other tools; the rest of their rules stays.",
    "checks:",
    ...lines,
  ];
}

function excludeLines(settings: readonly PeerSetting[]): readonly string[] {
  const globs = settings.flatMap(({ effect }) => (effect.kind === "exclude" ? effect.globs : []));
  if (globs.length === 0) return [];
  return ["", "files:", "  exclude:", ...[...new Set(globs)].map((glob) => `    - ${yamlText(glob)}`)];
}

/** Text that is malformed is always reported, so what tools say of it concerns their checks alone. */
function byCheck(plan: RulePlan): RulePlan {
  const { rule, severity, checks, keptBy } = plan;
  if (severity === undefined || !builtInRules.has(rule.id)) return plan;
  return {
    rule,
    checks: new Map([...rule.aliases.map((alias) => [alias, severity] as const), ...checks]),
    keptBy,
  };
}

interface Rowing {
  readonly request: ConfigurationRequest;
  readonly plans: readonly RulePlan[];
  readonly rules: readonly RuleMeta[];
}

type Outcome = Pick<MigratedSetting, "outcome" | "became">;

function rowOf(setting: PeerSetting, rowing: Rowing): MigratedSetting | undefined {
  const { tool, file, line, words, effect } = setting;
  const row = (outcome: Outcome): MigratedSetting => ({ tool, file, line, words, ...outcome });
  switch (effect.kind) {
    case "exception":
      return undefined;
    case "check":
      return row(checkOutcome(tool, effect, rowing));
    case "only":
      return row(onlyOutcome(tool, rowing));
    case "trusted":
      return row({ outcome: "carried", became: `images.trusted: ${effect.patterns.join(", ")}` });
    case "exclude":
      return row({ outcome: "carried", became: `files.exclude: ${effect.globs.join(", ")}` });
    case "option":
      return row(optionOutcome(effect, rowing));
    case "pragmasOff":
      return row({ outcome: "carried", became: `${tool} pragmas are not carried over` });
    case "file":
      return row({ outcome: "carried", became: "read as well" });
    case "none":
      return row({ outcome: "no counterpart", became: effect.reason });
    default:
      return effect satisfies never;
  }
}

function optionOutcome(
  { rule, option, add }: Extract<PeerSetting["effect"], { kind: "option" }>,
  { request }: Rowing,
): Outcome {
  if (!hasOption(request.ruleSet.rules.get(rule), option))
    return { outcome: "no counterpart", became: `No rule of ours has such an option (${rule} ${option}).` };
  const added = Array.isArray(add)
    ? add.join(", ")
    : Object.entries(add)
        .map((pair) => pair.join(": "))
        .join(", ");
  return { outcome: "carried", became: `${rule} ${option}: ${added}` };
}

function checkOutcome(
  tool: PeerTool,
  { id, state }: Extract<PeerSetting["effect"], { kind: "check" }>,
  { request, plans, rules }: Rowing,
): Outcome {
  if (id === "*") return { outcome: "carried", became: `every check of ${tool} counts` };
  const means = (alias: string): boolean => meansAlias(tool, id, alias);
  const own = rules.filter(({ aliases }) => toolAliases(aliases).some(means));
  if (own.length === 0)
    return {
      outcome: "no counterpart",
      became: request.reasonOf(tool, id) ?? `No check ${id} of ${tool} is known.`,
    };
  if (state === "on")
    return {
      outcome: "carried",
      became: `${own.map((rule) => rule.id).join(", ")}: on, as the profile has it`,
    };
  const said = own.map((rule) =>
    describePlan(
      rule,
      plans.find((plan) => plan.rule === rule),
      means,
    ),
  );
  const carried = said.filter(({ isCarried }) => isCarried).length;
  return {
    outcome: carried === said.length ? "carried" : carried > 0 ? "partly" : "kept",
    became: said.map(({ words }) => words).join("; "),
  };
}

function describePlan(
  rule: RuleMeta,
  plan: RulePlan | undefined,
  means: (alias: string) => boolean,
): { readonly words: string; readonly isCarried: boolean } {
  const single = [...(plan?.checks ?? [])].filter(([alias]) => means(alias));
  if (single.length > 0)
    return {
      words: single.map(([alias, severity]) => `checks ${alias}: ${severity}`).join(", "),
      isCarried: true,
    };
  if (plan !== undefined && plan.keptBy.length > 0)
    return { words: `${rule.id} stays on, since it is also ${plan.keptBy.join(", ")}`, isCarried: false };
  return { words: `${rule.id}: ${plan?.severity ?? "as it was"}`, isCarried: plan?.severity !== undefined };
}

function onlyOutcome(tool: PeerTool, { plans }: Rowing): Outcome {
  const concerns = ({ rule }: RulePlan): boolean =>
    toolAliases(rule.aliases).some((alias) => alias.startsWith(`${tool}:`));
  const off = plans.filter((plan) => plan.severity === "off" && concerns(plan)).map(({ rule }) => rule.id);
  const kept = plans.filter((plan) => plan.keptBy.length > 0 && concerns(plan)).map(({ rule }) => rule.id);
  const parts = [
    off.length === 0 ? "" : `off: ${someOf(off)}`,
    kept.length === 0 ? "" : `on, since other tools report them: ${someOf(kept)}`,
  ].filter((part) => part !== "");
  return { outcome: kept.length === 0 ? "carried" : "partly", became: parts.join("; ") || "no rule changes" };
}

const NAMED = 4;

/** Names of rules for one row: the configuration that is written names them all. */
function someOf(names: readonly string[]): string {
  if (names.length <= NAMED + 1) return names.join(", ");
  return `${names.slice(0, NAMED).join(", ")} and ${names.length - NAMED} more rules`;
}
