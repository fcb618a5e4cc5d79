import type { ActionLog } from "@plimsoll/action-kit";
import type { Finding } from "@plimsoll/core";

const ORDER = ["error", "warning", "info"] as const;

/** Puts findings beside the lines that they are about, the worst first: GitHub shows ten of a level. */
export function annotate(findings: readonly Finding[], log: ActionLog): void {
  const sorted = [...findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  for (const { severity, ruleId, message, file, range } of sorted) {
    log.annotate({
      level: severity === "info" ? "notice" : severity,
      title: ruleId,
      message,
      file,
      startLine: range.start.line,
      endLine: range.end.line,
      // Columns of several lines mean nothing to the runner.
      ...(range.start.line === range.end.line
        ? { startColumn: range.start.column, endColumn: range.end.column }
        : {}),
    });
  }
}
