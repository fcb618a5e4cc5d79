import { emptyRecord, entryOf, isRecord, listOf, textOf, textsOf } from "../config/plain-value.ts";
import { checkSchema } from "../config/schema-check.ts";
import type { CelCheck, CelFix, OptionValue, RuleOption } from "../rule/rule.ts";
import { optionSchemaProblem } from "./option-schema.ts";
import type { RuleItem } from "./rule-item.ts";

/** A condition and what is said where it does not hold; undefined where the schema has told that a part is missing. */
export function readCondition(item: RuleItem): CelCheck | undefined {
  const [each, when, require, message] = [
    item.text("each"),
    item.text("when"),
    item.text("require"),
    item.text("message"),
  ];
  const fix = readFix(item);
  if (each === undefined || require === undefined || message === undefined) return undefined;
  return {
    each,
    ...(when === undefined ? {} : { when }),
    require,
    problem: item.text("problem") ?? "violated",
    at: readAt(item),
    message,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Where findings stand; the part itself where the rule does not say. */
function readAt(item: RuleItem): readonly string[] {
  const at = item.value("at");
  return typeof at === "string" ? [at] : (textsOf(at) ?? [""]);
}

/** The options of a rule; one that is wrong is told and left out. */
export function readOptions(item: RuleItem): Readonly<Record<string, RuleOption>> | undefined {
  const value = item.value("options");
  if (!isRecord(value)) return undefined;
  const options = emptyRecord<RuleOption>();
  for (const [name, given] of Object.entries(value)) {
    const option = readOption(item, name, given);
    if (option !== undefined) options[name] = option;
  }
  return options;
}

function readOption(item: RuleItem, name: string, value: unknown): RuleOption | undefined {
  if (!/^[a-z][A-Za-z0-9]{0,99}$/.test(name)) {
    const message = `"${name.slice(0, 100)}" is not a camelCase name.`;
    item.complain(["options", name], "bad-option-name", [message, "Write a name such as `allowedTeams`."]);
    return undefined;
  }
  const schema = entryOf(value, "schema");
  const fallback = entryOf(value, "default");
  const description = textOf(entryOf(value, "description"));
  if (!isRecord(schema) || fallback === undefined || description === undefined) return undefined;
  const problem = optionSchemaProblem(schema);
  if (problem !== undefined) {
    item.complain(["options", name, "schema"], "bad-option-schema", [
      `The schema of \`${name}\` ${problem}.`,
      "Describe the value by type, enum, limits and items.",
    ]);
    return undefined;
  }
  for (const { path, message } of checkSchema(schema, fallback, ["default"])) {
    item.complain(["options", name, ...path], "bad-default", [
      message,
      "Give a default that its own schema allows.",
    ]);
  }
  return isOptionValue(fallback) ? { description, schema, default: fallback } : undefined;
}

/** The fix of a rule; one that changes nothing is told. */
function readFix(item: RuleItem): CelFix | undefined {
  const value = item.value("fix");
  const title = textOf(entryOf(value, "title"));
  const safety = entryOf(value, "safety");
  if (title === undefined || (safety !== "safe" && safety !== "review")) return undefined;
  const remove = textsOf(entryOf(value, "remove")) ?? [];
  const set = listOf(entryOf(value, "set")).flatMap((change) => {
    const path = textOf(entryOf(change, "path"));
    const wanted = entryOf(change, "value");
    return path === undefined || !isOptionValue(wanted) ? [] : [{ path, value: wanted }];
  });
  if (set.length === 0 && remove.length === 0) {
    item.complain(["fix"], "empty-fix", ["The fix changes nothing.", "Give `set` or `remove`."]);
    return undefined;
  }
  return { title, safety, ...(set.length === 0 ? {} : { set }), ...(remove.length === 0 ? {} : { remove }) };
}

/** Plain data of a document is JSON, so only absence is another type. */
function isOptionValue(value: unknown): value is OptionValue {
  return value !== undefined;
}
