import { asSequence, getNode, removeAt, setValue, setValues, type TextEdit } from "@plimsoll/syntax";
import type { CelCheck, OptionValue, Part, ProposedFix, RuleContext } from "../rule/rule.ts";
import { startOf } from "../engine/locate.ts";

/** The fixes of a CEL check for one part: its own function, or the edits that its declaration asks for, all of them or none. */
export function fixOfCelCheck(check: CelCheck, part: Part, context: RuleContext): readonly ProposedFix[] {
  if (check.fix === undefined) return [];
  if (typeof check.fix === "function") return check.fix(part, context);
  const { title, safety, set = [], remove = [] } = check.fix;
  const edits: TextEdit[] = [...setAllInPart(part, set)];
  if (set.length > 0 && edits.length === 0) return [];
  for (const path of remove) edits.push(...removeFromPart(part, path));
  return edits.length === 0 ? [] : [{ title, safety, edits }];
}

/** A path of a part and the value that it should have. */
export interface PathValue {
  readonly path: string;
  readonly value: OptionValue;
}

/** Edits that give several paths of a part their values, creating what is missing once; none where one of them cannot be had. */
export function setAllInPart(part: Part, values: readonly PathValue[]): readonly TextEdit[] {
  if (values.length === 0) return [];
  const settings = values.map(({ path, value }) => {
    const { base, steps } = startOf(part, path);
    return { path: [...base, ...steps], value };
  });
  return setValues(part.resource.document.document, part.resource.node, settings);
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

/** Edits that add an element at the end of a list below a part; the list must exist. */
export function appendInPart(part: Part, path: string, value: OptionValue): readonly TextEdit[] {
  const { node, base, steps } = startOf(part, path);
  const { length } = asSequence(getNode(node, steps))?.items ?? [];
  return setValue(part.resource.document.document, part.resource.node, [...base, ...steps, length], value);
}
