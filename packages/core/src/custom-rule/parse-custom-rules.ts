import { loadRegexEngine } from "../cel/compile.ts";
import { readLocatedDocument, type LocatedDocument } from "../config/located-document.ts";
import { Suggestions } from "../config/nearest.ts";
import { entryOf, listOf } from "../config/plain-value.ts";
import type { ConfigurationProblem } from "../config/problem.ts";
import { checkDocumentSchema } from "../config/schema-check.ts";
import type { Confidence, Severity } from "../finding/finding.ts";
import type { CelRule } from "../rule/rule.ts";
import type { RuleSet } from "../rule/rule-set.ts";
import { checkCondition, checkRule } from "./check-rule.ts";
import { customRuleSchema } from "./custom-rule-schema.ts";
import { readCondition, readOptions } from "./read-parts.ts";
import { AREA, RuleItem } from "./rule-item.ts";

/** A rule that a user wrote in YAML. */
export interface CustomRule extends CelRule {
  /** Why it matters and how to satisfy it, in Markdown. */
  readonly docs?: string;
  /** Where it is written. */
  readonly source: { readonly file: string; readonly line: number };
}

/** What users' rules are checked against. */
export interface CustomRuleContext {
  readonly ruleSet: RuleSet;
  /** Ids that other files of the user took. */
  readonly taken?: readonly string[];
}

export interface ParsedCustomRules {
  /** The rules that are in order. */
  readonly rules: readonly CustomRule[];
  readonly problems: readonly ConfigurationProblem[];
}

const MAXIMUM_LENGTH = 1024 * 1024;
const MAXIMUM_PROBLEMS = 200;

/**
 * Reads a file of users' own rules and checks everything that can be checked without an object: shape, ids, CEL, paths,
 * options, requirements. Every problem has its exact place; a mistake in an expression stands at the character that the
 * compiler names. A rule with a problem is left out. Asynchronous, since `matches()` needs a library that is loaded on demand.
 */
export async function parseCustomRules(
  path: string,
  text: string,
  context: CustomRuleContext,
): Promise<ParsedCustomRules> {
  const { document, problems } = readLocatedDocument({
    file: path,
    text,
    area: AREA,
    maximumLength: MAXIMUM_LENGTH,
  });
  if (document === undefined) return { rules: [], problems };
  const shape = checkDocumentSchema(document, customRuleSchema, AREA);
  const count = listOf(entryOf(document.value, "rules")).length;
  if (count > 0 && text.includes("matches")) await loadRegexEngine();
  const { ruleSet, taken } = context;
  const requirements = new Suggestions(Object.keys(ruleSet.requirements));
  const checking = { ruleSet, requirements, taken: new Set(taken) };
  const told = [...shape];
  const rules: CustomRule[] = [];
  for (let index = 0; index < count; index += 1) {
    if (told.length > MAXIMUM_PROBLEMS) {
      told.push(tooManyProblems(document, index));
      break;
    }
    const item = new RuleItem(document, ["rules", index]);
    const further = item.items("also");
    checkRule(item, checking);
    for (const condition of further) checkCondition(condition);
    const rule = readRule(item, further);
    const problems = [item, ...further].flatMap((part) => part.problems);
    told.push(...problems);
    if (rule !== undefined && problems.length === 0 && !isMisshapen(document, index, shape)) rules.push(rule);
  }
  return { rules, problems: told };
}

/** Says that the rules from this number on were not read. */
function tooManyProblems(document: LocatedDocument, index: number): ConfigurationProblem {
  return {
    code: `${AREA}/too-many-problems`,
    file: document.file,
    range: document.valueRange(["rules", index]),
    message: `More than ${MAXIMUM_PROBLEMS} problems; the rules from here on were not read.`,
    nextStep: "Correct the problems above first.",
  };
}

/** Whether the schema has told of something in the rule of that number. */
function isMisshapen(
  document: LocatedDocument,
  index: number,
  shape: readonly ConfigurationProblem[],
): boolean {
  const { start, end } = document.valueRange(["rules", index]);
  return shape.some(
    ({ range }) =>
      range !== undefined && start.offset <= range.start.offset && range.start.offset <= end.offset,
  );
}

/** The rule; undefined where the schema has told that a part is missing. */
function readRule(item: RuleItem, further: readonly RuleItem[]): CustomRule | undefined {
  const [id, title, severity] = [item.text("id"), item.text("title"), severityOf(item.value("severity"))];
  const parts = readOptionalParts(item);
  const condition = readCondition(item);
  const also = further.flatMap((part) => readCondition(part) ?? []);
  if (id === undefined || title === undefined || severity === undefined || condition === undefined)
    return undefined;
  return {
    id,
    title,
    severity,
    confidence: confidenceOf(item.value("confidence")),
    surface: "kubernetes",
    catalogue: [],
    aliases: [],
    since: "custom",
    ...condition,
    ...parts,
    ...(also.length === 0 ? {} : { also }),
    source: { file: item.document.file, line: item.document.valueRange(item.path).start.line },
  };
}

function readOptionalParts(item: RuleItem): Partial<CustomRule> {
  const [docs, kinds, options] = [item.text("docs"), item.texts("kinds"), readOptions(item)];
  const [requirements, controls] = [item.texts("requirements"), item.texts("controls")];
  return {
    ...(docs === undefined ? {} : { docs }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(requirements === undefined ? {} : { requirements }),
    ...(controls === undefined ? {} : { controls }),
    ...(options === undefined ? {} : { options }),
  };
}

function severityOf(value: unknown): Severity | undefined {
  return value === "error" || value === "warning" || value === "info" ? value : undefined;
}

function confidenceOf(value: unknown): Confidence {
  return value === "medium" || value === "low" ? value : "high";
}
