import { chooseFix, type Finding, type FixSafety } from "@plimsoll/core";
import { CodeActionKind, type CodeAction, type WorkspaceEdit } from "vscode-languageserver-types";
import { FIX_ALL_KIND } from "../../protocol.ts";
import { fixInRounds, type FixRounds } from "./fix-rounds.ts";
import type { CodeActionRequest } from "./request.ts";
import { editOfOne } from "./workspace-edit.ts";

/** What all fixes of a file are made from. */
export type FixAllSource = Pick<CodeActionRequest, "file" | "findings" | "check" | "isCancelled">;

/** Which fixes of a file to make. */
export interface FixAllChoice {
  /** Only fixes of this rule; of all rules where absent. */
  readonly rule?: string;
  readonly safety: FixSafety;
}

/** What an unresolved action carries: enough to make its edit later, and to see that the text moved on. */
export interface FixAllData extends FixAllChoice {
  readonly plimsoll: "fixAll";
  readonly uri: string;
  readonly version: number | null;
}

/** All fixes of a file as one change; undefined where there is nothing to fix, or no safe way to. */
export function fixAllEdit(source: FixAllSource, choice: FixAllChoice): WorkspaceEdit | undefined {
  const result = rounds(source, choice);
  return result.outcome === "fixed" ? editOfOne(source.file, result.edits) : undefined;
}

function rounds({ file, findings, check, isCancelled }: FixAllSource, choice: FixAllChoice): FixRounds {
  return fixInRounds({
    path: file.path,
    text: file.text,
    findings,
    check,
    safety: choice.safety,
    ...(choice.rule === undefined ? {} : { rules: new Set([choice.rule]) }),
    ...(isCancelled === undefined ? {} : { isCancelled }),
  });
}

/** The action that makes all safe fixes of the file, for saving; none where there is nothing to fix. */
export function fixAllAction(request: CodeActionRequest): CodeAction | undefined {
  const choice: FixAllChoice = { safety: "safe" };
  if (!request.findings.some((finding) => chooseFix(finding, "safe") !== undefined)) return undefined;
  const action: CodeAction = { title: "Fix everything that is safe to fix (Plimsoll)", kind: FIX_ALL_KIND };
  // An editor that saves asks for this kind alone and wants the edit at once; a menu only has to show the action.
  if (request.context.only === undefined && request.resolves)
    return { ...action, data: dataOf(request, choice) };
  const edit = fixAllEdit(request, choice);
  return edit === undefined ? undefined : { ...action, edit };
}

/** For each rule among the findings that has more fixes of the same safety in the file, the action that makes them all. */
export function fixRuleActions(
  findings: readonly Finding[],
  request: CodeActionRequest,
): readonly CodeAction[] {
  const actions: CodeAction[] = [];
  for (const rule of new Set(findings.map(({ ruleId }) => ruleId))) {
    const action = fixRuleAction(rule, findings, request);
    if (action !== undefined) actions.push(action);
  }
  return actions;
}

function fixRuleAction(
  rule: string,
  findings: readonly Finding[],
  request: CodeActionRequest,
): CodeAction | undefined {
  const safety = safetyOf(findings.filter(({ ruleId }) => ruleId === rule));
  if (safety === undefined) return undefined;
  const fixable = request.findings.filter(
    (finding) => finding.ruleId === rule && chooseFix(finding, safety) !== undefined,
  );
  if (fixable.length < 2) return undefined;
  const review = safety === "review" ? " (review the changes)" : "";
  const action: CodeAction = {
    title: `Fix all ${fixable.length} of ${rule} in this file${review}`,
    kind: CodeActionKind.QuickFix,
  };
  const choice: FixAllChoice = { rule, safety };
  if (request.resolves) return { ...action, data: dataOf(request, choice) };
  const edit = fixAllEdit(request, choice);
  return edit === undefined ? undefined : { ...action, edit };
}

/** Safe where a safe fix is at hand; what wants a look is offered only where nothing else is. */
function safetyOf(findings: readonly Finding[]): FixSafety | undefined {
  const fixes = findings.flatMap((finding) => chooseFix(finding, "review") ?? []);
  if (fixes.some(({ safety }) => safety === "safe")) return "safe";
  return fixes.length === 0 ? undefined : "review";
}

function dataOf({ file }: CodeActionRequest, choice: FixAllChoice): FixAllData {
  return { plimsoll: "fixAll", uri: file.uri, version: file.version, ...choice };
}

/** The data of an action that wants its edit; undefined for an action that is not such a one. */
export function readFixAllData(data: unknown): FixAllData | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(data));
  const uri = fields.get("uri");
  const safety = fields.get("safety");
  const version = fields.get("version");
  const rule = fields.get("rule");
  if (fields.get("plimsoll") !== "fixAll" || typeof uri !== "string") return undefined;
  if (safety !== "safe" && safety !== "review") return undefined;
  return {
    plimsoll: "fixAll",
    uri,
    version: typeof version === "number" ? version : null,
    safety,
    ...(typeof rule === "string" ? { rule } : {}),
  };
}

/** The action with its edit. Where the text moved on since it was offered, it stays without one: what it would do is another thing now. */
export function resolveCodeAction(action: CodeAction, source: FixAllSource): CodeAction {
  const data = readFixAllData(action.data);
  if (data === undefined || action.edit !== undefined) return action;
  if (data.uri !== source.file.uri || data.version !== source.file.version) return action;
  const edit = fixAllEdit(source, data);
  return edit === undefined ? action : { ...action, edit };
}
