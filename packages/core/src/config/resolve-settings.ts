import { CodedError } from "../error/coded-error.ts";
import type { Severity } from "../finding/finding.ts";
import type { OptionValue, Rule, RuleMeta, RuleOptions } from "../rule/rule.ts";
import type { Profile, RuleSet } from "../rule/rule-set.ts";
import type { Configuration, RuleChange } from "./configuration.ts";
import { compileGlobs, type PathMatcher } from "./glob.ts";
import { nearest } from "./nearest.ts";
import { emptyRecord } from "./plain-value.ts";
import { checkSchema } from "./schema-check.ts";

/** A rule as it judges a file. */
export interface ResolvedSetting {
  readonly severity: Severity | "off";
  /** Defaults filled in, checked against the options' schemas. The same object for every file with the same settings. */
  readonly options: RuleOptions;
}

/** Every rule by id, those that are off too. */
export type ResolvedSettings = ReadonlyMap<string, ResolvedSetting>;

interface Resolver {
  readonly base: Readonly<Record<string, RuleChange>>;
  readonly overrides: readonly {
    readonly matches: PathMatcher;
    readonly rules: Readonly<Record<string, RuleChange>>;
  }[];
  readonly profile: Profile;
  readonly rules: readonly Rule[];
  /** By the numbers of the overrides that match. */
  readonly resolved: Map<string, ResolvedSettings>;
}

const resolvers = new WeakMap<Configuration, WeakMap<RuleSet, Resolver>>();

/**
 * What holds for a file: the profile, then the configuration, then every override whose paths match, in order. The answer is
 * one object for all files that the same overrides match, so that many files cost few resolutions.
 * @throws CodedError `config/unknown-profile`, `config/bad-option`, `config/unknown-option` or `config/bad-glob`, which a
 *   configuration from `loadConfiguration` never causes.
 */
export function resolveSettings(
  configuration: Configuration,
  ruleSet: RuleSet,
  path: string,
): ResolvedSettings {
  const resolver = resolverOf(configuration, ruleSet);
  const matching: number[] = [];
  for (const [index, override] of resolver.overrides.entries())
    if (override.matches(path)) matching.push(index);
  const key = matching.join();
  let settings = resolver.resolved.get(key);
  if (settings === undefined) {
    settings = resolve(resolver, matching);
    resolver.resolved.set(key, settings);
  }
  return settings;
}

/** Whether a rule is on somewhere in the workspace, given the settings that hold where no override matches. */
export function mayBeOn(
  ruleId: string,
  settings: ResolvedSettings,
  { overrides }: Pick<Configuration, "overrides">,
): boolean {
  const { severity = "off" } = settings.get(ruleId) ?? {};
  return severity !== "off" || overrides.some(({ rules }) => Object.hasOwn(rules, ruleId));
}

/**
 * The profile of a configuration.
 * @throws CodedError `config/unknown-profile`
 */
export function profileOf(configuration: Configuration, ruleSet: RuleSet): Profile {
  const { profile } = configuration;
  const found = Object.hasOwn(ruleSet.profiles, profile) ? ruleSet.profiles[profile] : undefined;
  if (found !== undefined) return found;
  const names = Object.keys(ruleSet.profiles);
  const near = nearest(profile, names);
  throw new CodedError({
    code: "config/unknown-profile",
    message: `There is no profile "${profile}"${near === undefined ? "." : `; did you mean "${near}"?`}`,
    nextStep: `Use one of: ${names.join(", ")}.`,
  });
}

/** The rules of the set and the user's own, own rules last. */
export function allRules(configuration: Configuration, ruleSet: RuleSet): readonly Rule[] {
  const rules = new Map(ruleSet.rules);
  for (const rule of configuration.customRules) rules.set(rule.id, rule);
  return [...rules.values()];
}

function resolverOf(configuration: Configuration, ruleSet: RuleSet): Resolver {
  let bySet = resolvers.get(configuration);
  if (bySet === undefined) {
    bySet = new WeakMap();
    resolvers.set(configuration, bySet);
  }
  const set = ruleSet.unloaded ?? ruleSet;
  let resolver = bySet.get(set);
  if (resolver === undefined) {
    resolver = {
      base: configuration.rules,
      overrides: configuration.overrides.map(({ paths, rules }) => ({ matches: compileGlobs(paths), rules })),
      profile: profileOf(configuration, ruleSet),
      rules: allRules(configuration, ruleSet),
      resolved: new Map(),
    };
    bySet.set(set, resolver);
  }
  return resolver;
}

function resolve(resolver: Resolver, matching: readonly number[]): ResolvedSettings {
  const layers = [resolver.profile.rules, resolver.base];
  for (const index of matching) layers.push(resolver.overrides[index]?.rules ?? {});
  const settings = new Map<string, ResolvedSetting>();
  for (const rule of resolver.rules) {
    const changes = layers.flatMap((layer) => {
      const change = Object.hasOwn(layer, rule.id) ? layer[rule.id] : undefined;
      return change === undefined ? [] : [change];
    });
    settings.set(rule.id, resolveRule(rule, changes, isOffByProfile(rule, resolver.profile)));
  }
  return settings;
}

/** Whether a rule is off where neither the profile's own list nor a configuration says a severity. */
function isOffByProfile(rule: Rule, profile: Profile): boolean {
  if (rule.onlyIn !== undefined && !rule.onlyIn.includes(profile.name)) return true;
  return profile.onlyListed && !Object.hasOwn(profile.rules, rule.id) && rule.onlyIn === undefined;
}

function resolveRule(rule: Rule, changes: readonly RuleChange[], offByProfile: boolean): ResolvedSetting {
  let severity: Severity | "off" = offByProfile ? "off" : rule.severity;
  const given = emptyRecord<OptionValue>();
  for (const change of changes) {
    severity = change.severity ?? severity;
    Object.assign(given, change.options);
  }
  return { severity, options: fillOptions(rule, given) };
}

/** Options with defaults filled in. Rules without options share one object. */
function fillOptions(rule: Rule, given: RuleOptions): RuleOptions {
  for (const [name, value] of Object.entries(given)) {
    const [problem] = optionProblems(rule, name, value);
    if (problem === undefined) continue;
    const message =
      problem.code === "config/bad-option" ? `Rule ${rule.id}: ${problem.message}` : problem.message;
    throw new CodedError({ code: problem.code, message, nextStep: problem.nextStep });
  }
  if (rule.options === undefined && Object.keys(given).length === 0) return NO_OPTIONS;
  const options = emptyRecord<OptionValue>();
  for (const [name, option] of Object.entries(rule.options ?? {})) options[name] = option.default;
  return Object.assign(options, given);
}

const NO_OPTIONS: RuleOptions = Object.freeze(emptyRecord<OptionValue>());

/** What is wrong with an option of a rule: a code, words and a next step. */
export interface OptionProblem {
  readonly code: "config/unknown-option" | "config/bad-option";
  /** Where in the option's value. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly nextStep: string;
}

/** Checks a value for an option of a rule. */
export function optionProblems(rule: RuleMeta, name: string, value: unknown): readonly OptionProblem[] {
  const options = rule.options ?? {};
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    const names = Object.keys(options);
    const near = nearest(name, names);
    const has =
      names.length === 0 ? "This rule has no options; remove it." : `Use one of: ${names.join(", ")}.`;
    return [
      {
        code: "config/unknown-option",
        path: [],
        message: `Rule \`${rule.id}\` has no option \`${name}\`${near === undefined ? "." : `; did you mean \`${near}\`?`}`,
        nextStep: has,
      },
    ];
  }
  return checkSchema(option.schema, value, [name]).map(({ path, message, nextStep }) => ({
    code: "config/bad-option",
    path: path.slice(1),
    message,
    nextStep: nextStep === "Correct the value." ? option.description : nextStep,
  }));
}
