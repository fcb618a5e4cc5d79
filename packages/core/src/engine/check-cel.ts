import { scalarText, getNode } from "@plimsoll/syntax";
import type { CelVariables } from "../cel/compile.ts";
import { fixOfCelRule } from "../fix/cel-fix.ts";
import type { Part, Resource, RuleContext, RuleOptions } from "../rule/rule.ts";
import { locate, type Location } from "./locate.ts";
import { itemsOf, partsOf, type Pod } from "./parts.ts";
import type { RawFinding, RawNotChecked } from "./raw-finding.ts";
import { appliesTo, type CompiledRule, type RuleIndex } from "./rule-index.ts";

/** What the rules of one object share. */
export interface ObjectCheck {
  readonly resource: Resource;
  readonly pods: readonly Pod[];
  readonly contextOf: (ruleId: string) => RuleContext | undefined;
  readonly findings: RawFinding[];
  readonly notChecked: RawNotChecked[];
}

const ROOTS = ["resources", "pods", "containers"] as const;

/** Runs the CEL rules over the parts of one object. */
export function checkCelRules(check: ObjectCheck, index: RuleIndex): void {
  const { resource } = check;
  for (const root of ROOTS) {
    if (root !== "resources" && check.pods.length === 0) continue;
    const rules = index.cel[root].filter(({ rule }) => appliesTo(rule.kinds, resource.group, resource.kind));
    if (rules.length === 0) continue;
    for (const part of partsOf(resource, root, check.pods)) {
      const variables = variablesOf(part);
      for (const rule of rules) checkRule(check, rule, { part, variables });
    }
  }
}

interface Place {
  readonly part: Part;
  readonly variables: CelVariables;
}

function checkRule(check: ObjectCheck, compiled: CompiledRule, place: Place): void {
  const context = check.contextOf(compiled.rule.id);
  if (context === undefined) return;
  const { list } = compiled.walk;
  const parts = list === undefined ? [place.part] : itemsOf(place.part, list);
  for (const part of parts) {
    const variables: CelVariables = {
      ...place.variables,
      item: list === undefined ? undefined : part.value,
      params: celOptions(context.options),
      kubernetesMinor: BigInt(context.kubernetesMinor),
    };
    judge(check, compiled, { part, variables }, context);
  }
}

function judge(check: ObjectCheck, compiled: CompiledRule, place: Place, context: RuleContext): void {
  try {
    if (compiled.when !== undefined && compiled.when(place.variables) !== true) return;
    if (compiled.require(place.variables) === true) return;
  } catch (error) {
    check.notChecked.push(notEvaluated(compiled, place.part, error));
    return;
  }
  check.findings.push(makeFinding(compiled, place.part, context));
}

function makeFinding(compiled: CompiledRule, part: Part, context: RuleContext): RawFinding {
  const { rule } = compiled;
  const location = locate(part, rule.at);
  return {
    rule,
    problem: { problem: rule.problem, at: location.span, data: undefined },
    subject: location.path,
    message: wordMessage(rule.message, part, location),
    resource: part.resource,
    fixes: fixOfCelRule(rule, part, context),
  };
}

/** The data does not have the types that the condition needs, such as text where a map belongs. */
function notEvaluated(compiled: CompiledRule, part: Part, error: unknown): RawNotChecked {
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  return {
    code: "rule/not-evaluated",
    subject: `${compiled.rule.id} on ${part.resource.kind} ${part.resource.name}`,
    reason: `The condition of ${compiled.rule.id} could not be evaluated on this object: ${reason}`,
    at: locate(part, compiled.rule.at).span,
  };
}

function variablesOf(part: Part): CelVariables {
  const podMetadata = part.podSpecPath.length === 0 ? undefined : metadataOfPod(part);
  return {
    object: part.resource.value,
    kind: part.resource.kind,
    podSpec: valueAt(part.resource.value, part.podSpecPath),
    podMetadata,
    container: part.container === undefined ? undefined : part.value,
    containerType: part.containerType ?? "",
  };
}

function metadataOfPod(part: Part): unknown {
  return valueAt(part.resource.value, [...part.podSpecPath.slice(0, -1), "metadata"]) ?? Object.create(null);
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null) return undefined;
    current = Object.hasOwn(current, step) ? (current as Record<string | number, unknown>)[step] : undefined;
  }
  return current;
}

const optionValues = new WeakMap<RuleOptions, unknown>();

/** Options as CEL sees them: whole numbers are `int`. */
function celOptions(options: RuleOptions): unknown {
  let value = optionValues.get(options);
  if (value === undefined) {
    value = toCel(options);
    optionValues.set(options, value);
  }
  return value;
}

function toCel(value: unknown): unknown {
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value);
  if (Array.isArray(value)) return value.map(toCel);
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [key, entry] of Object.entries(value)) copy[key] = toCel(entry);
  return copy;
}

/** Puts the names into a rule's message: `{name}`, `{kind}`, `{value}`, `{item}` and `{path}`. */
function wordMessage(message: string, part: Part, location: Location): string {
  if (!message.includes("{")) return message;
  return message.replace(/\{(name|kind|value|item|path)\}/g, (_whole, name: string) => {
    if (name === "kind") return part.resource.kind;
    if (name === "path") return location.path;
    if (name === "value") return location.value ?? "";
    if (name === "item") return scalarText(part.node) ?? scalarText(getNode(part.node, ["name"])) ?? location.path;
    return nameOf(part);
  });
}

function nameOf(part: Part): string {
  const container = part.container === undefined ? undefined : scalarText(getNode(part.container, ["name"]));
  return container ?? part.resource.name;
}
