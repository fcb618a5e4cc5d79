import type { Finding, NotChecked, Severity, WaivedFinding } from "@plimsoll/core";
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver-types";
import { toRange } from "../features/document/positions.ts";
import { DIAGNOSTIC_SOURCE } from "../protocol.ts";

/** What a diagnostic carries for code actions. */
export interface DiagnosticData {
  readonly fingerprint: string;
  readonly fixable: boolean;
}

/** Where findings lead to. */
export interface DiagnosticContext {
  readonly uriOf: (path: string) => string;
  /** Public address of a rule's page; undefined where there is none. */
  readonly addressOf: (ruleId: string) => string | undefined;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** Other places that are listed of one finding. */
const MAXIMUM_RELATED = 20;

/** Rules whose findings are things that have no effect and may go. */
const UNNECESSARY: ReadonlySet<string> = new Set([
  "waiver/used",
  "ignore/used",
  "dockerfile/no-pointless-commands",
  "dockerfile/no-empty-continuation",
  "dockerfile/platform-not-redundant",
  "dockerfile/stages-used",
]);

/** Rules whose findings are things that are on their way out. */
const DEPRECATED: ReadonlySet<string> = new Set([
  "dockerfile/no-maintainer-instruction",
  "kubernetes/api-version-not-deprecated",
  "kubernetes/api-version-served",
  "kubernetes/service-account-field-current",
  "kubernetes/image-registry-current",
]);

/** A finding as editors show it. */
export function toDiagnostic(finding: Finding, context: DiagnosticContext): Diagnostic {
  const { ruleId, message, severity, range, fixes, fingerprint, related } = finding;
  const address = context.addressOf(ruleId);
  const tags = tagsOf(ruleId);
  const data: DiagnosticData = { fingerprint, fixable: fixes.length > 0 };
  return {
    range: toRange(range),
    severity: SEVERITIES[severity],
    source: DIAGNOSTIC_SOURCE,
    code: ruleId,
    message,
    data,
    ...(address === undefined ? {} : { codeDescription: { href: address } }),
    ...(tags.length === 0 ? {} : { tags }),
    ...(related.length === 0
      ? {}
      : { relatedInformation: related.slice(0, MAXIMUM_RELATED).map((place) => relatedOf(place, context)) }),
  };
}

/** An excused finding as a hint that says by what. */
export function toHint(
  { finding, by, justification, expires }: WaivedFinding,
  context: DiagnosticContext,
): Diagnostic {
  const until = expires === undefined ? "" : ` until ${expires}`;
  const how = by === "waiver" ? "Waived" : "Excused by a comment";
  return {
    ...toDiagnostic(finding, context),
    severity: DiagnosticSeverity.Hint,
    message: `${how}${until}: ${finding.message} (${justification})`,
  };
}

/** What kept a file or a part of it from being judged, as information where it is known or on the first line. */
export function notCheckedDiagnostic({ code, reason, range }: NotChecked): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: range === undefined ? { start, end: start } : toRange(range),
    severity: DiagnosticSeverity.Information,
    source: DIAGNOSTIC_SOURCE,
    code,
    message: `Not checked: ${reason}`,
  };
}

function tagsOf(ruleId: string): DiagnosticTag[] {
  if (UNNECESSARY.has(ruleId)) return [DiagnosticTag.Unnecessary];
  return DEPRECATED.has(ruleId) ? [DiagnosticTag.Deprecated] : [];
}

function relatedOf(
  { file, range, message }: Finding["related"][number],
  { uriOf }: DiagnosticContext,
): DiagnosticRelatedInformation {
  return { location: { uri: uriOf(file), range: toRange(range) }, message };
}
