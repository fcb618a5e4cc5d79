import { CodedError } from "@plimsoll/core";
import { isRecord, listOf, textAt } from "../json/plain.ts";
import type { PackageIdentity } from "../identity/package-identity.ts";
import { makeFinding, makeReport, type ReportSource } from "../report/make-report.ts";
import type { ScanReport } from "../report/scan-report.ts";
import { MERGED_KIND } from "../output/merged-document.ts";
import { reportShape } from "./report-shape.ts";
import { misshapenAt } from "./shape.ts";

/** Whether a document is a merged report of ours. */
export function isMergedDocument(value: unknown): boolean {
  return textAt(value, "kind") === MERGED_KIND;
}

/**
 * Reads the reports that a merged document of ours was made of, so that merging, comparing and judging can go on from files.
 * @throws CodedError `scan/merged-unreadable`
 */
export function readMergedDocument(value: unknown, source: ReportSource): readonly ScanReport[] {
  const version = textAt(value, "schemaVersion") ?? "";
  if (!version.startsWith("1."))
    throw unreadable(source, `has the form ${JSON.stringify(version.slice(0, 20))}, not 1`);
  const reports = isRecord(value) ? value["reports"] : undefined;
  const wrong = misshapenAt(reports, { list: reportShape }, "reports");
  if (wrong !== undefined) throw unreadable(source, `is not in order at ${wrong}`);
  return listOf(reports).filter(isReport).map(completed);
}

function isReport(value: unknown): value is ScanReport {
  return misshapenAt(value, reportShape) === undefined;
}

/** With the members that JSON leaves out, each in its place, so that all reports have one form. */
function completed(report: ScanReport): ScanReport {
  const findings = report.findings.map((finding) => ({
    ...makeFinding(finding),
    id: finding.id,
    aliases: finding.aliases,
    related: finding.related,
    package: completedPackage(finding.package),
  }));
  const inventory = {
    listed: report.inventory.listed,
    packages: report.inventory.packages.map(completedPackage),
  };
  return { ...makeReport(report, { ...report, findings, inventory }), id: report.id };
}

function completedPackage(identity: PackageIdentity): PackageIdentity {
  const { name, version, purl, basis, type, key, versionKey, id, architecture, sourceKey } = identity;
  return { name, version, purl, basis, type, key, versionKey, id, architecture, sourceKey };
}

function unreadable({ file }: ReportSource, fault: string): CodedError {
  return new CodedError({
    code: "scan/merged-unreadable",
    message: `${file} is a merged report that ${fault}.`,
    nextStep: "Write it again with plimsoll scan merge.",
  });
}
