import { removeAt, setValue, type TextEdit } from "@plimsoll/syntax";
import type { CelRule, OptionValue, Part, ProposedFix, RuleContext } from "../rule/rule.ts";
import { startOf } from "../engine/locate.ts";

/** The fixes of a CEL rule for one part: its own function, or the edits that its declaration asks for. */
export function fixOfCelRule(rule: CelRule, part: Part, context: RuleContext): readonly ProposedFix[] {
  if (rule.fix === undefined) return [];
  if (typeof rule.fix === "function") return rule.fix(part, context);
  const edits: TextEdit[] = [];
  for (const { path, value } of rule.fix.set ?? []) edits.push(...setInPart(part, path, value));
  for (const path of rule.fix.remove ?? []) edits.push(...removeFromPart(part, path));
  return edits.length === 0 ? [] : [{ title: rule.fix.title, safety: rule.fix.safety, edits }];
}

/** Edits that give a path of a part a value, creating what is missing on the way. Paths as in `CelRule.at`. */
export function setInPart(part: Part, path: string, value: OptionValue): readonly TextEdit[] {
  const { base, steps } = startOf(part, path);
  return setValue(part.resource.document.document, part.resource.node, [...base, ...steps], value);
}

/** Edits that take a path out of a part; none where it does not exist. */
export function removeFromPart(part: Part, path: string): readonly TextEdit[] {
  const { base, steps } = startOf(part, path);
  return removeAt(part.resource.document.document, part.resource.node, [...base, ...steps]);
}
