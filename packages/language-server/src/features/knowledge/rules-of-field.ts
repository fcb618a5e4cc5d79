import {
  type CelCheck,
  isCelRule,
  splitPath,
  type Rule,
  type RuleSet,
  type SchemaStore,
} from "@plimsoll/core";
import { schemaPlace, type Step } from "../kubernetes/schema-place.ts";
import { wordsOfField } from "./fields.ts";

const POD = { apiVersion: "v1", kind: "Pod" };

const derived = new WeakMap<RuleSet, ReadonlyMap<string, readonly string[]>>();

/** The rules that look at a field of a definition: those that its words name, then those whose condition stands on it. */
export function rulesOfField(
  { owner, name }: { readonly owner: string; readonly name: string },
  { ruleSet, schemas }: { readonly ruleSet: RuleSet; readonly schemas: SchemaStore },
): readonly string[] {
  let byField = derived.get(ruleSet);
  if (byField === undefined) derived.set(ruleSet, (byField = derive(ruleSet, schemas)));
  return [
    ...new Set([...(wordsOfField(owner, name)?.rules ?? []), ...(byField.get(`${owner}.${name}`) ?? [])]),
  ];
}

function derive(ruleSet: RuleSet, schemas: SchemaStore): ReadonlyMap<string, readonly string[]> {
  const byField = new Map<string, string[]>();
  for (const rule of ruleSet.rules.values()) {
    for (const field of new Set(fieldsOfRule(rule, schemas)))
      byField.set(field, [...(byField.get(field) ?? []), rule.id]);
  }
  return byField;
}

/** The fields of pods and containers that the conditions of a rule stand on. */
export function fieldsOfRule(rule: Rule, schemas: SchemaStore): readonly string[] {
  if (!isCelRule(rule)) return [];
  return [rule, ...(rule.also ?? [])].flatMap((check) => {
    const path = pathInPod(check);
    const place = path === undefined ? undefined : schemaPlace(schemas, POD, path);
    return place?.field === undefined ? [] : [`${place.field.owner.name}.${place.field.name}`];
  });
}

/** Where in a Pod a condition on pods or containers stands. */
function pathInPod({ each, at }: CelCheck): readonly Step[] | undefined {
  const [root, ...list] = each.split(".");
  const first = at[0] ?? "";
  const steps = splitPath(first.endsWith(":") ? first.slice(0, -1) : first);
  if (steps[0] === "object" || (root !== "pods" && root !== "containers")) return undefined;
  if (steps[0] === "podSpec") return ["spec", ...steps.slice(1)];
  const start: readonly Step[] = root === "pods" ? ["spec"] : ["spec", "containers", 0];
  return [...start, ...list, ...(list.length === 0 ? [] : [0]), ...steps.filter((step) => step !== "")];
}
