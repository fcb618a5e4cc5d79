import {
  addWaiver,
  CodedError,
  type Configuration,
  ConfigurationError,
  DEFAULT_WAIVER_FILE,
  JUSTIFICATION_CATEGORIES,
  newWaiver,
  profileOf,
  type RuleSet,
} from "@plimsoll/core";
import type { TextEdit } from "@plimsoll/syntax";
import type { CreateFile, WorkspaceEdit } from "vscode-languageserver-types";
import type { WaiveParams, WaiverChoices, WaiveResult } from "../../protocol.ts";
import { documentEdit, type EditedText } from "../code-actions/workspace-edit.ts";
import { categoryTitles } from "./categories.data.ts";

/** What waivers of a folder are made by. */
export interface WaiverPolicy {
  readonly ruleSet: RuleSet;
  readonly configuration: Configuration;
  /** Today (UTC) as YYYY-MM-DD. */
  readonly today: string;
}

/** The waiver file that records go into. */
export interface WaiverFile {
  readonly uri: string;
  /** From the workspace's root, with `/`. */
  readonly path: string;
  /** The editor's version; null where it is not open. */
  readonly version: number | null;
  /** Undefined where there is no such file yet. */
  readonly text: string | undefined;
}

/** The path of the waiver file that a new record goes into: the first that the configuration reads, or the usual one beside it. */
export function waiverFilePath({ waiverFiles }: Configuration, configurationPath?: string): string {
  const [first] = waiverFiles;
  if (first !== undefined) return first;
  const slash = configurationPath?.lastIndexOf("/") ?? -1;
  return `${configurationPath?.slice(0, slash + 1) ?? ""}${DEFAULT_WAIVER_FILE}`;
}

/** What the dialog for a waiver offers. */
export function waiverChoices(
  { ruleSet, configuration, today }: WaiverPolicy,
  { uri, path }: Pick<WaiverFile, "uri" | "path">,
): WaiverChoices {
  return {
    categories: JUSTIFICATION_CATEGORIES.map((id) => ({ id, title: categoryTitles[id] })),
    maximumDays: profileOf(configuration, ruleSet).waiverMaximumDays,
    today,
    fileUri: uri,
    filePath: path,
  };
}

/** The change that adds a record to the waiver file, or why it cannot be added. The waiver holds for the one finding alone. */
export function waive(params: WaiveParams, policy: WaiverPolicy, file: WaiverFile): WaiveResult {
  try {
    return record(params, policy, file);
  } catch (error) {
    if (error instanceof ConfigurationError) return { error: malformed(error, file) };
    if (!(error instanceof CodedError)) throw error;
    const { code, message, nextStep } = error;
    return { error: { code, message, nextStep } };
  }
}

function record(params: WaiveParams, policy: WaiverPolicy, file: WaiverFile): WaiveResult {
  const { rule, fingerprint, category, statement, approver, expires } = params;
  const ticket = params.ticket?.trim() ?? "";
  const waiver = newWaiver(
    {
      rule,
      scope: { fingerprint },
      category,
      statement: statement.trim(),
      approver: approver.trim(),
      expires: expires.trim(),
      ...(ticket === "" ? {} : { ticket }),
    },
    {
      today: policy.today,
      profile: profileOf(policy.configuration, policy.ruleSet),
      ruleSet: withCustomRules(policy),
      file: file.path,
    },
  );
  const before = file.text ?? "";
  const after = addWaiver(before, waiver);
  return { edit: editOf(file, change(before, after)), id: waiver.id, fileUri: file.uri };
}

/** A user's own rule can be waived too. */
function withCustomRules({ ruleSet, configuration }: WaiverPolicy): RuleSet {
  if (configuration.customRules.length === 0) return ruleSet;
  const rules = new Map(ruleSet.rules);
  for (const rule of configuration.customRules) rules.set(rule.id, rule);
  return { ...ruleSet, rules };
}

function malformed(
  error: ConfigurationError,
  { path }: WaiverFile,
): Extract<WaiveResult, { error: unknown }>["error"] {
  const [first] = error.problems;
  if (first === undefined) return { code: error.code, message: error.message, nextStep: error.nextStep };
  const line = first.range === undefined ? "" : `:${first.range.start.line}`;
  return { code: first.code, message: `${path}${line}: ${first.message}`, nextStep: first.nextStep };
}

/** The one stretch in which two texts differ. */
function change(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1;
  return { start: head, end: before.length - tail, newText: after.slice(head, after.length - tail) };
}

function editOf(file: WaiverFile, edit: TextEdit): WorkspaceEdit {
  const { uri, text } = file;
  const version = text === undefined ? null : file.version;
  const target: EditedText = { uri, version, text: text ?? "" };
  const create: CreateFile = { kind: "create", uri, options: { ignoreIfExists: true } };
  const own = documentEdit(target, [edit]);
  return { documentChanges: text === undefined ? [create, own] : [own] };
}
