import { compileCel } from "../cel/compile.ts";
import { nearest, type Suggestions } from "../config/nearest.ts";
import { parseEach } from "../engine/parts.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { celRange } from "./cel-place.ts";
import { AREA, type RuleItem } from "./rule-item.ts";

/** What ids and references are checked against. */
export interface RuleChecking {
  readonly ruleSet: RuleSet;
  /** Ids that are taken; a good id is added. */
  readonly taken: Set<string>;
  /** Over the ids of all requirements. */
  readonly requirements: Suggestions;
}

const RESERVED: ReadonlySet<string> = new Set([
  "dockerfile",
  "kubernetes",
  "ironbank",
  "workflow",
  "mesh",
  "gitops",
  "factory",
  "waiver",
  "ignore",
  "syntax",
  "plimsoll",
]);
const PLACEHOLDERS: ReadonlySet<string> = new Set(["name", "kind", "value", "item", "path"]);

/** Checks what the schema cannot: ids, expressions, paths and references. */
export function checkRule(item: RuleItem, checking: RuleChecking): void {
  checkId(item, checking);
  checkKinds(item);
  checkRequirements(item, checking);
  checkControls(item);
  checkCondition(item);
}

/** Checks one condition of a rule. */
export function checkCondition(item: RuleItem): void {
  checkEach(item);
  checkProblem(item);
  checkMessage(item);
  checkCel(item, "when");
  checkCel(item, "require");
}

function checkId(item: RuleItem, { ruleSet, taken }: RuleChecking): void {
  const id = item.text("id");
  if (id === undefined) return;
  if (id.length > 200 || !/^[a-z][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)+$/.test(id)) {
    return item.complain(["id"], "bad-id", [
      `"${id.slice(0, 100)}" is not a rule id.`,
      "Write your own prefix and what must hold, in lower case, such as `acme/owner-label-present`.",
    ]);
  }
  const prefix = id.slice(0, id.indexOf("/"));
  if (RESERVED.has(prefix)) {
    const message = `The prefix \`${prefix}/\` belongs to rules of Plimsoll.`;
    return item.complain(["id"], "reserved-prefix", [message, "Use a prefix of your own, such as `acme/`."]);
  }
  if (taken.has(id) || ruleSet.rules.has(id)) {
    return item.complain(["id"], "duplicate-id", [
      `The rule \`${id}\` exists already.`,
      "Give each rule an id of its own.",
    ]);
  }
  taken.add(id);
}

function checkEach(item: RuleItem): void {
  const each = item.text("each");
  if (each === undefined) return;
  const walk = parseEach(each);
  if (walk !== undefined && (walk.list ?? []).every((step) => step !== "")) return;
  const near = nearest(each.split(".")[0] ?? "", ["resources", "pods", "containers"]);
  item.complain(["each"], "unknown-walk", [
    `\`each\` cannot be "${each.slice(0, 100)}"${near === undefined ? "." : `; did you mean "${near}"?`}`,
    "Start with resources, pods or containers, and go on with a path to a list.",
  ]);
}

function checkProblem(item: RuleItem): void {
  const problem = item.text("problem");
  if (problem === undefined || /^[a-z][A-Za-z0-9]{0,99}$/.test(problem)) return;
  const message = `"${problem.slice(0, 100)}" is not a camelCase name.`;
  item.complain(["problem"], "bad-problem", [message, "Write a name such as `missingLabel`."]);
}

function checkMessage(item: RuleItem): void {
  for (const [, name] of (item.text("message") ?? "").matchAll(/\{([A-Za-z]{1,40})\}/g)) {
    if (name === undefined || PLACEHOLDERS.has(name)) continue;
    const known = [...PLACEHOLDERS].map((placeholder) => `{${placeholder}}`).join(", ");
    item.complain(["message"], "unknown-placeholder", [
      `{${name}} is not filled in.`,
      `Use one of: ${known}.`,
    ]);
  }
}

function checkCel(item: RuleItem, key: "require" | "when"): void {
  const expression = item.text(key);
  if (expression === undefined) return;
  const compiled = compileCel(expression);
  if (compiled.ok) return;
  item.complainAt({
    code: `${AREA}/bad-cel`,
    file: item.document.file,
    range: celRange(item.document, [...item.path, key], compiled.offset),
    message: `\`${key}\` is not valid CEL: ${compiled.error.replace(/\.$/, "")}.`,
    nextStep: "Correct the expression.",
  });
}

function checkKinds(item: RuleItem): void {
  for (const [index, kind] of (item.texts("kinds") ?? []).entries()) {
    if (kind === "" || /^(?:[a-z0-9.-]{1,253}\/)?[A-Z][A-Za-z0-9]{0,99}$/.test(kind)) continue;
    item.complain(["kinds", index], "bad-kind", [
      `"${kind.slice(0, 100)}" is not a kind.`,
      "Write `Kind` or `group/Kind`, without a version, such as `apps/Deployment`.",
    ]);
  }
}

function checkRequirements(item: RuleItem, { ruleSet, requirements }: RuleChecking): void {
  for (const [index, id] of (item.texts("requirements") ?? []).entries()) {
    if (id === "" || Object.hasOwn(ruleSet.requirements, id)) continue;
    item.complain(["requirements", index], "unknown-requirement", [
      `There is no requirement "${id.slice(0, 100)}"${requirements.ending(id, '"')}`,
      "`plimsoll requirements` lists every requirement.",
    ]);
  }
}

function checkControls(item: RuleItem): void {
  for (const [index, control] of (item.texts("controls") ?? []).entries()) {
    if (control === "" || /^[a-z0-9][a-z0-9.-]{0,99}:[^\s:]{1,100}$/.test(control)) continue;
    item.complain(["controls", index], "bad-control", [
      `"${control.slice(0, 100)}" is not a control reference.`,
      "Write `<document>:<id>`, such as `nist-800-53r5:ac-6(10)`.",
    ]);
  }
}
