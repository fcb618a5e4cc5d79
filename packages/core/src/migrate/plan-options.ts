import { emptyRecord, isRecord, textsOf } from "../config/plain-value.ts";
import type { OptionValue, RuleMeta } from "../rule/rule.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import type { OptionAddition, PeerSetting } from "./setting.ts";

/** By rule, by option: its value with what was added to the default. */
export type PlannedOptions = ReadonlyMap<string, ReadonlyMap<string, OptionValue>>;

/** Adds what settings ask for to the defaults of options, so that nothing that a rule asks for by itself is lost. */
export function planOptions(settings: readonly PeerSetting[], { rules }: RuleSet): PlannedOptions {
  const planned = new Map<string, Map<string, OptionValue>>();
  for (const { effect } of settings) {
    if (effect.kind !== "option") continue;
    const rule = rules.get(effect.rule);
    if (rule === undefined || !hasOption(rule, effect.option)) continue;
    const options = planned.get(effect.rule) ?? new Map<string, OptionValue>();
    const before = options.get(effect.option) ?? rule.options?.[effect.option]?.default ?? null;
    options.set(effect.option, join(before, effect.add));
    planned.set(effect.rule, options);
  }
  return planned;
}

/** Whether a rule has an option of that name. */
export function hasOption(rule: RuleMeta | undefined, option: string): boolean {
  return rule?.options !== undefined && Object.hasOwn(rule.options, option);
}

function join(before: OptionValue, add: OptionAddition): OptionValue {
  if (isList(add)) return [...new Set([...(textsOf(before) ?? []), ...add])];
  const joined = emptyRecord<string>();
  for (const record of [before, add]) {
    if (!isRecord(record)) continue;
    for (const [key, value] of Object.entries(record)) if (typeof value === "string") joined[key] = value;
  }
  return joined;
}

function isList(add: OptionAddition): add is readonly string[] {
  return Array.isArray(add);
}
