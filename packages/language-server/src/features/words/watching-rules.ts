import { resolveSettings, type Severity } from "@plimsoll/core";
import { type FeatureContext, ruleOf } from "../feature-context.ts";
import { blocks, list, plain } from "./markdown.ts";
import { ruleLink } from "./page-link.ts";

/** How a severity is written at the start of a line. */
export const SEVERITY_WORDS: Readonly<Record<Severity | "off", string>> = {
  error: "Error",
  warning: "Warning",
  info: "Information",
  off: "Off",
};

/** What a rule weighs in a file under the configuration. */
export function severityIn(context: FeatureContext, path: string, ruleId: string): Severity | "off" {
  const setting = resolveSettings(context.configuration, context.ruleSet, path).get(ruleId);
  return setting?.severity ?? ruleOf(context, ruleId)?.severity ?? "off";
}

/** A block that lists rules with their weight in a file; empty where there are none. */
export function watchingRules(context: FeatureContext, path: string, ruleIds: readonly string[]): string {
  const lines = ruleIds.flatMap((id) => {
    const rule = ruleOf(context, id);
    if (rule === undefined) return [];
    const name = ruleLink(id, context);
    return [`${name} (${SEVERITY_WORDS[severityIn(context, path, id)].toLowerCase()}): ${plain(rule.title)}`];
  });
  return lines.length === 0 ? "" : blocks(["**Rules that look at it**", list(lines)]);
}
