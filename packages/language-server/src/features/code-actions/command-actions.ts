import type { Finding } from "@plimsoll/core";
import { CodeActionKind, type CodeAction } from "vscode-languageserver-types";
import { COMMANDS, type PageParams, type WaiveTarget } from "../../protocol.ts";
import { toRange } from "../document/positions.ts";
import { canBeWaived, ruleOf } from "../feature-context.ts";
import { diagnosticsOf } from "./quick-fixes.ts";
import type { CodeActionRequest } from "./request.ts";

/** For each finding the action that waives it. */
export function waiveActions(
  findings: readonly Finding[],
  request: CodeActionRequest,
): readonly CodeAction[] {
  const waivable = findings.filter(
    ({ ruleId, fingerprint }) => fingerprint !== "" && canBeWaived(request.features, ruleId),
  );
  return waivable.map((finding): CodeAction => {
    const { ruleId: rule, fingerprint, range, message } = finding;
    const target: WaiveTarget = { uri: request.file.uri, rule, fingerprint, range: toRange(range), message };
    const title = `Waive ${rule} here with justification…`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnosticsOf(finding, request.context.diagnostics),
      command: { title, command: COMMANDS.waive, arguments: [target] },
    };
  });
}

/** For each rule among the findings the action that opens its page. */
export function pageActions(findings: readonly Finding[], request: CodeActionRequest): readonly CodeAction[] {
  const rules = new Set(findings.map(({ ruleId }) => ruleId));
  return [...rules].flatMap((id) => {
    if (ruleOf(request.features, id) === undefined) return [];
    const page: PageParams = { kind: "rule", id };
    const title = `Open documentation of ${id}`;
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        command: { title, command: COMMANDS.openPage, arguments: [page] },
      },
    ];
  });
}
