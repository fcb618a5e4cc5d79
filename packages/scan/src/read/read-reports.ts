import { CodedError } from "@plimsoll/core";
import { isCycloneDx, readCycloneDx } from "../cyclonedx/read-cyclonedx.ts";
import { isGrype, readGrype } from "../grype/read-grype.ts";
import { parseReportJson } from "../json/parse-report-json.ts";
import { isRecord, textAt } from "../json/plain.ts";
import { isMergedDocument, readMergedDocument } from "../plimsoll/read-merged-document.ts";
import type { ReportSource } from "../report/make-report.ts";
import type { ReportFormat, ScanReport } from "../report/scan-report.ts";
import { isSarif, readSarif } from "../sarif/read-sarif.ts";
import { isTrivyOperator, readTrivyOperator } from "../trivy/read-trivy-operator.ts";
import { isTrivy, readTrivy } from "../trivy/read-trivy.ts";

/** One form of report: how it is known, and how it is read. */
interface Adapter {
  readonly format: ReportFormat | "plimsoll";
  readonly knows: (value: unknown) => boolean;
  readonly read: (value: unknown, source: ReportSource) => readonly ScanReport[];
}

/** In this order: the surest mark first. */
const ADAPTERS: readonly Adapter[] = [
  { format: "plimsoll", knows: isMergedDocument, read: readMergedDocument },
  { format: "cyclonedx", knows: isCycloneDx, read: readCycloneDx },
  { format: "trivy-operator", knows: isTrivyOperator, read: readTrivyOperator },
  { format: "trivy", knows: isTrivy, read: readTrivy },
  { format: "grype", knows: isGrype, read: readGrype },
  { format: "sarif", knows: isSarif, read: readSarif },
];

/**
 * Reads the text of a scanner's report; its form is told by its content. Most files hold one report; a SARIF log holds one for
 * each run, and a merged report of ours all that went into it.
 * @throws CodedError `scan/report-too-large`, `scan/report-too-deep`, `scan/report-empty`, `scan/report-not-json`,
 * `scan/report-unknown`, `scan/sarif-version`, `scan/no-runs`, `scan/merged-unreadable`
 */
export function readReports(text: string, source: ReportSource): readonly ScanReport[] {
  const value = parseReportJson(text, source);
  const adapter = ADAPTERS.find(({ knows }) => knows(value));
  if (adapter !== undefined) return adapter.read(value, source);
  throw new CodedError({
    code: "scan/report-unknown",
    message: `${source.file} is JSON, but no report of a scanner that is known${hintOf(value)}.`,
    nextStep: "Give JSON of Trivy or Grype, CycloneDX with vulnerabilities, or SARIF 2.1.0.",
  });
}

/** What it may be instead. */
function hintOf(value: unknown): string {
  if (Array.isArray(value)) return ": it is a list";
  if (!isRecord(value)) return ": it holds a single value";
  if (textAt(value, "spdxVersion") !== undefined) return ": it is an SPDX list of packages";
  if (textAt(value, "@context")?.includes("openvex") === true) return ": it is an OpenVEX document";
  const names = Object.keys(value)
    .slice(0, 5)
    .map((name) => JSON.stringify(name.slice(0, 30)));
  return names.length === 0 ? ": it is empty" : `: its members are ${names.join(", ")}`;
}
