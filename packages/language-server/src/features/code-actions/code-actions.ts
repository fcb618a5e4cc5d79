import type { Finding, Severity } from "@plimsoll/core";
import { CodeActionKind, type CodeAction } from "vscode-languageserver-types";
import { FIX_ALL_KIND } from "../../protocol.ts";
import { toRange, touches } from "../document/positions.ts";
import { pageActions, waiveActions } from "./command-actions.ts";
import { fixAllAction, fixRuleActions } from "./fix-all.ts";
import { pinDigests } from "./pin-digest.ts";
import { quickFixes } from "./quick-fixes.ts";
import { asksFor } from "./requested-kinds.ts";
import type { CodeActionRequest } from "./request.ts";

/** The kinds of code action that the server offers, for its capabilities. */
export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, FIX_ALL_KIND];

/** Findings at one place whose actions are offered; more would make the menu useless. */
const MAXIMUM_FINDINGS = 20;

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * What can be done about the findings at a range: fixes, the same fix everywhere in the file, a waiver, the rule's page; and for the
 * whole file all that is safe to fix. Fixes come first, the heaviest finding's before others.
 */
export function codeActions(request: CodeActionRequest): CodeAction[] {
  const { only } = request.context;
  const actions: CodeAction[] = [];
  if (asksFor(only, CodeActionKind.QuickFix)) actions.push(...actionsAt(findingsAt(request), request));
  if (asksFor(only, FIX_ALL_KIND)) {
    const action = fixAllAction(request);
    if (action !== undefined) actions.push(action);
  }
  return actions;
}

function actionsAt(findings: readonly Finding[], request: CodeActionRequest): readonly CodeAction[] {
  if (findings.length === 0) return [];
  return [
    ...quickFixes(findings, request),
    ...pinDigests(findings, request),
    ...fixRuleActions(findings, request),
    ...(request.commands ? [...waiveActions(findings, request), ...pageActions(findings, request)] : []),
  ];
}

/** The findings that touch the range, the heaviest first. */
function findingsAt({ findings, range, file }: CodeActionRequest): readonly Finding[] {
  return findings
    .filter((finding) => finding.file === file.path && touches(toRange(finding.range), range))
    .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.range.start.offset - b.range.start.offset)
    .slice(0, MAXIMUM_FINDINGS);
}
