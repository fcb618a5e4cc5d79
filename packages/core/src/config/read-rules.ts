import type { Severity } from "../finding/finding.ts";
import type { OptionValue, Rule } from "../rule/rule.ts";
import { builtInRules } from "./built-in-rules.ts";
import type { Complaint, Complaints } from "./complaints.ts";
import type { ConfigurationOverride, RuleChange } from "./configuration.ts";
import { globProblem } from "./glob.ts";
import type { DocumentPath, LocatedDocument } from "./located-document.ts";
import { Suggestions } from "./nearest.ts";
import { emptyRecord, entryOf, isRecord, listOf, textOf, textsOf } from "./plain-value.ts";
import { optionProblems } from "./resolve-settings.ts";

/** The rules that a configuration may speak about. */
export interface KnownRules {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly renamed: ReadonlyMap<string, string>;
  /** Over the ids of all rules that a configuration may name. */
  readonly suggestions: Suggestions;
}

/** The rules of a set, the user's own and the built-in ones, as a configuration may name them. */
export function knownRules(
  rules: ReadonlyMap<string, Rule>,
  renamed: ReadonlyMap<string, string>,
): KnownRules {
  return { rules, renamed, suggestions: new Suggestions([...rules.keys(), ...builtInRules.keys()]) };
}

/** Words for a rule that does not exist. */
export function unknownRule(written: string, { suggestions }: KnownRules): Complaint {
  return {
    code: "unknown-rule",
    message: `There is no rule \`${written.slice(0, 100)}\`${suggestions.ending(written, "`")}`,
    nextStep: "`plimsoll rules` lists every rule.",
  };
}

/** What the reading of rules needs to know and fills. */
export interface RuleReading {
  readonly document: LocatedDocument;
  readonly known: KnownRules;
  readonly complaints: Complaints;
}

/** Reads a map of rule ids to settings. Entries that are wrong are told and left out. */
export function readRules(
  reading: RuleReading,
  at: DocumentPath,
  value: unknown,
): Readonly<Record<string, RuleChange>> {
  const changes = emptyRecord<RuleChange>();
  if (!isRecord(value)) return changes;
  for (const [written, setting] of Object.entries(value)) {
    const path = [...at, written];
    const id = lookUp(reading, path, written);
    if (id !== undefined) changes[id] = readSetting(reading, { path, id, setting });
  }
  return changes;
}

/** Reads `overrides`. */
export function readOverrides(reading: RuleReading, value: unknown): readonly ConfigurationOverride[] {
  return listOf(value).map((item, index) => {
    const path = ["overrides", index];
    const paths = readGlobs(reading, [...path, "paths"], entryOf(item, "paths")) ?? [];
    return { paths, rules: readRules(reading, [...path, "rules"], entryOf(item, "rules")) };
  });
}

/** Reads a list of globs; a glob that cannot be compiled is told and left out. */
export function readGlobs(
  { document, complaints }: Pick<RuleReading, "document" | "complaints">,
  at: DocumentPath,
  value: unknown,
): readonly string[] | undefined {
  const globs = textsOf(value);
  return globs?.filter((glob, index) => {
    const reason = glob === "" ? undefined : globProblem(glob);
    if (reason === undefined) return glob !== "";
    complaints.atValue(document, [...at, index], {
      code: "bad-glob",
      message: `The glob "${glob.slice(0, 100)}" ${reason}.`,
      nextStep: "Write a path from the workspace's root with *, **, ? and {a,b}.",
    });
    return false;
  });
}

/** The present id of a rule that is written in a file. */
function lookUp(
  { document, known, complaints }: RuleReading,
  path: DocumentPath,
  written: string,
): string | undefined {
  if (known.rules.has(written) || builtInRules.has(written)) return written;
  const present = known.renamed.get(written);
  if (present !== undefined) {
    complaints.note(document, path, {
      code: "renamed-rule",
      message: `The rule \`${written}\` is now called \`${present}\`; the setting is kept.`,
    });
    return present;
  }
  complaints.atKey(document, path, unknownRule(written, known));
  return undefined;
}

interface Setting {
  readonly path: DocumentPath;
  readonly id: string;
  readonly setting: unknown;
}

function readSetting(reading: RuleReading, { path, id, setting }: Setting): RuleChange {
  const severity = severityOf(setting) ?? severityOf(entryOf(setting, "severity"));
  const given = entryOf(setting, "options");
  const options = isRecord(given)
    ? readOptions(reading, { path: [...path, "options"], id, setting: given })
    : undefined;
  return { ...(severity === undefined ? {} : { severity }), ...(options === undefined ? {} : { options }) };
}

/** A severity or `off`, as it is written. */
export function severityOf(value: unknown): Severity | "off" | undefined {
  const text = textOf(value);
  return text === "off" || text === "info" || text === "warning" || text === "error" ? text : undefined;
}

function readOptions(
  { document, known, complaints }: RuleReading,
  { path, id, setting }: Setting,
): Record<string, OptionValue> {
  const options = emptyRecord<OptionValue>();
  const rule = known.rules.get(id) ?? builtInRules.get(id);
  if (rule === undefined || !isRecord(setting)) return options;
  for (const [name, value] of Object.entries(setting)) {
    const problems = optionProblems(rule, name, value);
    for (const problem of problems) {
      const at = [...path, name, ...problem.path];
      const complaint = {
        code: problem.code.slice("config/".length),
        message: problem.message,
        nextStep: problem.nextStep,
      };
      if (problem.code === "config/unknown-option") complaints.atKey(document, at, complaint);
      else complaints.atValue(document, at, complaint);
    }
    if (problems.length === 0 && isOptionValue(value)) options[name] = value;
  }
  return options;
}

/** Plain data of a document is JSON; nothing else comes here. */
function isOptionValue(value: unknown): value is OptionValue {
  return (
    value !== undefined &&
    typeof value !== "function" &&
    typeof value !== "symbol" &&
    typeof value !== "bigint"
  );
}
