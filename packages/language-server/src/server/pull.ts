import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { fileDiagnostics } from "../diagnostics/file-diagnostics.ts";
import { policyOf } from "../diagnostics/publisher.ts";
import type { Session } from "./session.ts";

const NOTHING: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Answers the pull for one file: what the file alone decides. An unchanged file is told in a few bytes. */
export async function pullDiagnostics(
  session: Session,
  { textDocument, previousResultId }: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  const place = await session.placeWhenReady(textDocument.uri);
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, "The text moved on.");
  if (place === undefined) return NOTHING;
  const { folder, path } = place;
  const resultId = [
    session.id,
    folder.generation,
    folder.open.revisionOf(path) ?? "closed",
    session.parts.host.today(),
  ].join(".");
  if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  const assessment = folder.assess(path);
  if (assessment === undefined) return { ...NOTHING, resultId };
  const { own, waived, notChecked } = assessment;
  const items = fileDiagnostics({ findings: own, waived, notChecked }, policyOf(folder, session.addressOf));
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
}
