import { scalarText, getNode } from "@plimsoll/syntax";
import type { CelVariables } from "../cel/compile.ts";
import { fixOfCelCheck } from "../fix/cel-fix.ts";
import type { CelCheck, Part, Resource, RuleContext } from "../rule/rule.ts";
import type { ActiveCheck, ActiveRules } from "./active-rules.ts";
import { isFull } from "./limits.ts";
import { locate, type Location } from "./locate.ts";
import { podMetadataOf, valueAt } from "./object-value.ts";
import type { PartMemory } from "./part-memory.ts";
import { itemsOf, partsOf, type Pod } from "./parts.ts";
import { crashed, type RawFinding, type RawNotChecked } from "./raw-finding.ts";
import type { CompiledCheck } from "./rule-index.ts";

/** What the rules of one object share. */
export interface ObjectCheck {
  readonly resource: Resource;
  readonly pods: readonly Pod[];
  readonly findings: RawFinding[];
  readonly notChecked: RawNotChecked[];
  /** What is remembered of the containers of an open file; undefined where nothing is. */
  readonly parts?: PartMemory | undefined;
}

const ROOTS = ["resources", "pods", "containers"] as const;

/** Runs the CEL rules over the parts of one object. */
export function checkCelRules(check: ObjectCheck, rules: ActiveRules["cel"]): void {
  const { resource } = check;
  for (const root of ROOTS) {
    if (root !== "resources" && check.pods.length === 0) continue;
    const asked = rules[root];
    if (asked.length === 0) continue;
    for (const part of partsOf(resource, root, check.pods)) {
      if (isFull(check)) return;
      if (root === "containers" && check.parts !== undefined) judgeAgain(check, asked, part);
      else {
        const variables = variablesOf(part);
        for (const one of asked) runCheck(check, one, { part, variables });
      }
    }
  }
}

/** Judges a container that may have been judged before: what it passed and must pass again is left out. */
function judgeAgain(check: ObjectCheck, asked: readonly ActiveCheck[], part: Part): void {
  const before = check.parts?.failedBefore(part);
  const failed = new Set<CompiledCheck>();
  const variables = variablesOf(part);
  for (const one of asked) {
    const { compiled } = one;
    if (before !== undefined && compiled.isOfContainer && !before.has(compiled)) continue;
    const said = check.findings.length + check.notChecked.length;
    runCheck(check, one, { part, variables });
    if (check.findings.length + check.notChecked.length > said) failed.add(compiled);
  }
  if (!isFull(check)) check.parts?.remember(part, failed);
}

/** The variables of one part; all checks of the part use the one object, and only what is theirs is set anew. */
type Variables = { -readonly [Name in keyof CelVariables]: CelVariables[Name] };

interface Place {
  readonly part: Part;
  readonly variables: Variables;
}

function runCheck(check: ObjectCheck, asked: ActiveCheck, { part, variables }: Place): void {
  variables.params = asked.params;
  variables.kubernetesMinor = asked.minor;
  const { list } = asked.compiled.walk;
  if (list === undefined) {
    judge(check, asked, { part, variables });
    return;
  }
  for (const item of itemsOf(part, list)) {
    if (isFull(check)) return;
    variables.item = item.value;
    variables.itemKey = item.itemKey ?? "";
    judge(check, asked, { part: item, variables });
  }
  variables.item = undefined;
  variables.itemKey = "";
}

function judge(check: ObjectCheck, { compiled, context }: ActiveCheck, { part, variables }: Place): void {
  try {
    if (compiled.when !== undefined && compiled.when(variables) !== true) return;
    if (compiled.require(variables) === true) return;
  } catch (error) {
    check.notChecked.push(notEvaluated(compiled, part, error));
    return;
  }
  try {
    check.findings.push(makeFinding(compiled, part, context));
  } catch (error) {
    const { kind, name } = part.resource;
    check.notChecked.push(crashed(compiled.rule, `${kind} ${name}`, error));
  }
}

function makeFinding(compiled: CompiledCheck, part: Part, context: RuleContext): RawFinding {
  const { rule, check } = compiled;
  const location = locate(part, check.at);
  return {
    rule,
    problem: problemOf(check, location),
    subject: location.path,
    message: wordMessage(check.message, part, location),
    resource: part.resource,
    fixes: fixOfCelCheck(check, part, context),
  };
}

function problemOf({ problem, severity, standsFor }: CelCheck, { span }: Location): RawFinding["problem"] {
  return {
    problem,
    at: span,
    ...(severity === undefined ? {} : { severity }),
    ...(standsFor === undefined ? {} : { aliases: standsFor }),
    data: undefined,
  };
}

/** The data does not have the types that the condition needs, such as text where a map belongs. */
function notEvaluated(compiled: CompiledCheck, part: Part, error: unknown): RawNotChecked {
  const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  return {
    code: "rule/not-evaluated",
    subject: `${compiled.rule.id} on ${part.resource.kind} ${part.resource.name}`,
    reason: `The condition of ${compiled.rule.id} could not be evaluated on this object: ${reason}`,
    at: locate(part, compiled.check.at).span,
  };
}

function variablesOf(part: Part): Variables {
  return {
    object: part.resource.value,
    kind: part.resource.kind,
    podSpec: valueAt(part.resource.value, part.podSpecPath),
    podMetadata: podMetadataOf(part),
    container: part.container === undefined ? undefined : part.value,
    containerType: part.containerType ?? "",
    item: undefined,
    itemKey: "",
    params: undefined,
    kubernetesMinor: 0n,
  };
}

/** Puts the names into a rule's message: `{name}`, `{kind}`, `{value}`, `{item}` and `{path}`. */
function wordMessage(message: string, part: Part, location: Location): string {
  if (!message.includes("{")) return message;
  return message.replace(/\{(name|kind|value|item|path)\}/g, (_whole, name: string) => {
    if (name === "kind") return part.resource.kind;
    if (name === "path") return location.path;
    if (name === "value") return location.value ?? "";
    if (name === "item")
      return (
        part.itemKey ?? scalarText(part.node) ?? scalarText(getNode(part.node, ["name"])) ?? location.path
      );
    return nameOf(part);
  });
}

function nameOf(part: Part): string {
  const container = part.container === undefined ? undefined : scalarText(getNode(part.container, ["name"]));
  return container ?? part.resource.name;
}
