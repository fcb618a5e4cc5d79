import { readLocatedDocument } from "@plimsoll/core";
import { ecosystemOf } from "../identity/ecosystem.ts";
import { canonicalId } from "../identity/vulnerability-id.ts";
import { isRecord, listOf, memberOf, textAt, textOf, type PlainRecord } from "../json/plain.ts";
import type { FixState } from "../report/scan-report.ts";
import { emptyRule, type IgnoreProblem, type IgnoreRule, type ParsedIgnoreRules } from "./ignore-rule.ts";

const MAXIMUM_LENGTH = 4 * 1024 * 1024;

/** Members whose meaning is carried over. A rule with any other would ignore more here than in Grype, so it is refused. */
const KNOWN: ReadonlySet<string> = new Set([
  "vulnerability",
  "include-aliases",
  "reason",
  "fix-state",
  "package",
]);
const KNOWN_PACKAGE: ReadonlySet<string> = new Set(["name", "version", "type", "location"]);
const STATES: readonly FixState[] = ["fixed", "not-fixed", "wont-fix", "unknown"];

/** Reads the list `ignore` of a `.grype.yaml`. Names that are regular expressions are refused: nothing is guessed. */
export function parseGrypeIgnore(file: string, text: string): ParsedIgnoreRules {
  const { document, problems } = readLocatedDocument({
    file,
    text,
    area: "scan-ignore",
    maximumLength: MAXIMUM_LENGTH,
  });
  if (document === undefined) {
    return {
      rules: [],
      problems: problems.map(({ code, message, range }) => ({
        code,
        file,
        message,
        line: range?.start.line ?? 1,
      })),
    };
  }
  const rules: IgnoreRule[] = [];
  const wrong: IgnoreProblem[] = [];
  for (const [index, item] of listOf(memberOf(document.value, "ignore")).entries()) {
    const line = document.valueRange(["ignore", index]).start.line;
    const fault = isRecord(item) ? faultOf(item) : "The rule is no map.";
    if (fault === undefined && isRecord(item)) rules.push(ruleOf(item, emptyRule(file, line)));
    else wrong.push({ code: "scan-ignore/bad-rule", file, line, message: fault ?? "The rule is no map." });
  }
  return { rules, problems: wrong };
}

/** Why a rule cannot be carried over. */
function faultOf(item: PlainRecord): string | undefined {
  const described = item["package"];
  const unknown = [
    ...Object.keys(item).filter((key) => !KNOWN.has(key)),
    ...(isRecord(described) ? Object.keys(described).filter((key) => !KNOWN_PACKAGE.has(key)) : []),
  ];
  const [first] = unknown;
  if (first !== undefined)
    return `${JSON.stringify(first.slice(0, 60))} is not carried over, so the rule ignores nothing.`;
  const state = textOf(item["fix-state"]);
  if (state !== undefined && !STATES.some((known) => known === state)) return "The fix-state is not known.";
  const name = textAt(described, "name");
  if (name !== undefined && /[\\^$*+?()[\]{}|]/.test(name))
    return "The package's name is a regular expression.";
  if (
    textOf(item["vulnerability"]) === undefined &&
    name === undefined &&
    textAt(described, "location") === undefined
  )
    return "The rule names neither a vulnerability nor a package.";
  return undefined;
}

function ruleOf(item: PlainRecord, empty: IgnoreRule): IgnoreRule {
  const id = textOf(item["vulnerability"]);
  const described = item["package"];
  const location = textAt(described, "location");
  const type = textAt(described, "type");
  return {
    ...empty,
    vulnerability: id === undefined ? undefined : canonicalId(id),
    paths: location === undefined ? undefined : [location.replaceAll("**", "*")],
    packageName: textAt(described, "name"),
    packageVersion: textAt(described, "version"),
    packageType: type === undefined ? undefined : (ecosystemOf(type) ?? type),
    fixState: STATES.find((state) => state === item["fix-state"]),
    statement: textOf(item["reason"]),
  };
}
