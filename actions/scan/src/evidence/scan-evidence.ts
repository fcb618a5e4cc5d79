import type { EvidenceFolder, SigningKey } from "@plimsoll/action-kit";
import { imageStatement, PREDICATE_TYPES, type ScanPredicate } from "@plimsoll/core/release-evidence";
import { sealStatement } from "@plimsoll/release";
import { toMarkdownSummary, toMergedJson, toScanSarif, type GateResult } from "@plimsoll/scan";
import type { ReportFile } from "../reports/read-given-reports.ts";
import type { ScanSubject } from "../subject/scan-subject.ts";

/** Where the files lie. */
export interface WrittenEvidence {
  readonly json: string;
  readonly sarif: string;
  readonly summary: string;
  readonly statement: string;
}

/** What is written. */
export interface EvidenceRequest {
  readonly result: GateResult;
  readonly subject: ScanSubject;
  readonly files: readonly ReportFile[];
  readonly signer: SigningKey | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const TOOL_VERSION = "0.0.0";

/** Writes the scanners' reports as they were, the merged report, SARIF, the summary, and the statement that the release gate reads. */
export async function writeEvidence(
  folder: EvidenceFolder,
  request: EvidenceRequest,
): Promise<WrittenEvidence> {
  const { result, subject, files, signer } = request;
  const reports = files.map(({ bytes }, number) => {
    const scanner = files[number]?.reports[0]?.scanner.name.replaceAll(/[^a-z0-9-]/gu, "-") ?? "report";
    return folder.write(`scan/reports/${number + 1}-${scanner.slice(0, 60)}.json`, bytes);
  });
  const { scan, comparison } = result;
  const json = folder.write("scan/merged.json", toMergedJson({ scan, comparison, gate: result }));
  const sarif = folder.write("scan/findings.sarif", toScanSarif(result, { version: TOOL_VERSION }));
  const summary = folder.write("scan/summary.md", toMarkdownSummary(result));
  const predicate: ScanPredicate = {
    verdict: result.verdict,
    reasons: result.reasons.map(({ code, message }) => ({ code, message })),
    judgedAt: new Date(request.now).toISOString(),
    reports: [...reports, json].map(({ name, sha256 }) => ({ name, sha256 })),
    scanners: scan.reports.map(({ scanner, database }, number) => ({
      name: scanner.name,
      version: scanner.version ?? "",
      family: scan.families[number]?.name ?? "unknown",
      databaseBuilt: database.built ?? "",
    })),
    counts: result.counts.bySeverity,
  };
  const statement = imageStatement(subject, PREDICATE_TYPES.scan[0], predicate);
  const sealed = signer === undefined ? statement : await sealStatement(statement, signer);
  const written = folder.write("scan.statement.json", `${JSON.stringify(sealed)}\n`);
  return { json: json.path, sarif: sarif.path, summary: summary.path, statement: written.path };
}
