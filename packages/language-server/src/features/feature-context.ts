import type { Configuration, RuleMeta, RuleSet, SchemaStore } from "@plimsoll/core";
import { allRules, builtInRules, canBeExcused } from "@plimsoll/core";

/** What the features of one workspace folder judge and speak by. */
export interface FeatureContext {
  readonly ruleSet: RuleSet;
  readonly configuration: Configuration;
  /** The structure of kinds; absent until it is loaded: then nothing is said of fields by their type. */
  readonly schemas?: SchemaStore;
  /** The page of a rule in Markdown, as `npm run generate` writes it; undefined for a user's own rule. */
  readonly pageOf: (ruleId: string) => string | undefined;
  /** Where the page of a rule stands on the web; undefined where there is none. */
  readonly addressOf: (ruleId: string) => string | undefined;
  /** Whether links may call `COMMANDS.openPage`: pages then open in the editor, without a network. */
  readonly opensPages?: boolean;
}

/** A rule of any sort by its id: of the set, of the user, or built in. */
export function ruleOf(
  { ruleSet, configuration }: Pick<FeatureContext, "ruleSet" | "configuration">,
  id: string,
): RuleMeta | undefined {
  return (
    ruleSet.rules.get(id) ?? configuration.customRules.find((rule) => rule.id === id) ?? builtInRules.get(id)
  );
}

/** Whether a finding of a rule can be waived: those on waivers and comments themselves cannot. */
export function canBeWaived(context: Pick<FeatureContext, "ruleSet" | "configuration">, id: string): boolean {
  return (
    canBeExcused(id, context.ruleSet) || context.configuration.customRules.some((rule) => rule.id === id)
  );
}

/** Every rule that a configuration may name, by id, in the order of the alphabet. */
export function namedRules({
  ruleSet,
  configuration,
}: Pick<FeatureContext, "ruleSet" | "configuration">): readonly RuleMeta[] {
  const rules: RuleMeta[] = [...allRules(configuration, ruleSet), ...builtInRules.values()];
  return rules.sort((a, b) => (a.id < b.id ? -1 : 1));
}
