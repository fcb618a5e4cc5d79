import type { Finding, Fix } from "@plimsoll/core";
import { CodeActionKind, type CodeAction, type Diagnostic } from "vscode-languageserver-types";
import { sameRange, toRange } from "../document/positions.ts";
import type { CodeActionRequest } from "./request.ts";
import { editOfFiles, type EditedText } from "./workspace-edit.ts";

/** The diagnostics of a request that show a finding. */
export function diagnosticsOf(finding: Finding, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const range = toRange(finding.range);
  return diagnostics.filter(({ code, range: own }) => code === finding.ruleId && sameRange(own, range));
}

/** An action for each fix of the findings. Two rules that ask for one change give one action. */
export function quickFixes(findings: readonly Finding[], request: CodeActionRequest): readonly CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    for (const fix of finding.fixes) {
      const key = JSON.stringify(fix.edits);
      const known = actions.get(key);
      const diagnostics = diagnosticsOf(finding, request.context.diagnostics);
      if (known === undefined) {
        const action = quickFix(finding, fix, request);
        if (action !== undefined) actions.set(key, { ...action, diagnostics });
      } else known.diagnostics = [...(known.diagnostics ?? []), ...diagnostics];
    }
  }
  return [...actions.values()];
}

function quickFix(finding: Finding, fix: Fix, request: CodeActionRequest): CodeAction | undefined {
  const edit = editOfFiles(fix.edits, (path) => textOf(path, request));
  if (edit === undefined) return undefined;
  return {
    title: titleOf(fix),
    kind: CodeActionKind.QuickFix,
    edit,
    ...(isTheRightOne(finding, fix) ? { isPreferred: true } : {}),
  };
}

/** Who chooses a fix for review must know before that it wants a look. */
export function titleOf({ title, safety }: Fix): string {
  return safety === "safe" ? title : `${title} (review the change)`;
}

/** An editor makes the preferred fix at a key press, so only the one safe fix of a finding is preferred. */
function isTheRightOne({ fixes }: Finding, fix: Fix): boolean {
  return fix.safety === "safe" && fixes.filter(({ safety }) => safety === "safe").length === 1;
}

/** The file itself as the editor holds it, another one as the workspace knows it. */
function textOf(path: string, { file, textOf: other }: CodeActionRequest): EditedText | undefined {
  return path === file.path ? file : other(path);
}
