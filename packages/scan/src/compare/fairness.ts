import type { MergedScan } from "../merge/merged-scan.ts";
import type { ReportedFinding, ScanReport } from "../report/scan-report.ts";
import type { FairnessWarning } from "./comparison.ts";

const DAY = 24 * 60 * 60 * 1000;
/** Findings without a fix are common; a report that has none among so many was likely filtered. */
const ENOUGH_TO_SUSPECT = 20;
const ENOUGH_TO_COMPARE = 5;

/** What makes the reports of a scan hard to compare. */
export function fairnessWarnings(scan: MergedScan, maximumGapDays: number): readonly FairnessWarning[] {
  const { reports } = scan;
  return [
    ...filterWarnings(scan),
    ...pairs(reports.length).flatMap(([first, second]) => {
      const [a, b] = [reports[first], reports[second]];
      if (a === undefined || b === undefined) return [];
      const warning = (code: FairnessWarning["code"], message: string): FairnessWarning => ({
        code,
        reports: [first, second],
        message,
      });
      return pairWarnings(a, b, maximumGapDays).map(({ code, message }) => warning(code, message));
    }),
    ...alikeWarnings(scan),
  ];
}

/** Neighbours only where there are many reports: all pairs of a thousand would be half a million. */
function pairs(count: number): readonly (readonly [number, number])[] {
  const all: (readonly [number, number])[] = [];
  const reach = count > MOST_PAIRED ? 1 : count;
  for (let first = 0; first < count; first += 1)
    for (let second = first + 1; second < Math.min(count, first + 1 + reach); second += 1)
      all.push([first, second]);
  return all;
}

const MOST_PAIRED = 20;

type Warning = Pick<FairnessWarning, "code" | "message">;

function pairWarnings(a: ScanReport, b: ScanReport, maximumGapDays: number): readonly Warning[] {
  const warnings: Warning[] = [];
  const digests = digestWarning(a, b);
  if (digests !== undefined) warnings.push(digests);
  const [one, two] = [a.target.platform, b.target.platform];
  if (one !== undefined && two !== undefined && one !== two)
    warnings.push({
      code: "scan/platforms-differ",
      message: `One report is on ${one}, the other on ${two}.`,
    });
  const gap = databaseGap(a, b);
  if (gap !== undefined && gap > maximumGapDays) {
    const days = Math.floor(gap);
    warnings.push({ code: "scan/database-gap", message: `The databases were built ${days} days apart.` });
  }
  return warnings;
}

function digestWarning(a: ScanReport, b: ScanReport): Warning | undefined {
  const [one, two] = [a.target, b.target];
  if (one.imageId !== undefined && one.imageId === two.imageId) return undefined;
  if (one.digests.length === 0 || two.digests.length === 0) {
    if (one.imageId !== undefined && two.imageId !== undefined)
      return { code: "scan/digests-differ", message: "The reports are on different images." };
    return { code: "scan/digest-unknown", message: "A report does not say which digest it is on." };
  }
  const isShared = one.digests.some((digest) => two.digests.includes(digest));
  return isShared
    ? undefined
    : { code: "scan/digests-differ", message: "The reports are on different digests." };
}

function databaseGap(a: ScanReport, b: ScanReport): number | undefined {
  if (a.database.built === undefined || b.database.built === undefined) return undefined;
  return Math.abs(Date.parse(a.database.built) - Date.parse(b.database.built)) / DAY;
}

function filterWarnings({ reports }: MergedScan): readonly FairnessWarning[] {
  const hasUnfixed = reports.map(({ findings }) => findings.some(isUnfixed));
  return reports.flatMap((report, number): readonly FairnessWarning[] => {
    const stated = report.filters.map(({ detail }): FairnessWarning => ({
      code: "scan/report-filtered",
      reports: [number],
      message: `The report was filtered: ${detail}`,
    }));
    if (stated.length > 0 || hasUnfixed[number] === true || !hasUnfixed.includes(true)) return stated;
    if (report.findings.length < ENOUGH_TO_SUSPECT) return [];
    const message = `None of its ${report.findings.length} findings lacks a fix, and another report has some that do.`;
    return [{ code: "scan/filter-suspected", reports: [number], message }];
  });
}

function isUnfixed({ fix }: ReportedFinding): boolean {
  return fix.state === "not-fixed" || fix.state === "wont-fix" || fix.state === "deferred";
}

/**
 * Two scanners never word everything alike. Reports of two families that do are one report under two names.
 */
function alikeWarnings(scan: MergedScan): readonly FairnessWarning[] {
  const found: FairnessWarning[] = [];
  for (const [first, second] of pairs(scan.reports.length)) {
    const [a, b] = [scan.reports[first], scan.reports[second]];
    if (a === undefined || b === undefined || scan.families[first]?.name === scan.families[second]?.name)
      continue;
    if (a.findings.length < ENOUGH_TO_COMPARE || a.findings.length !== b.findings.length) continue;
    const [sample] = b.findings;
    if (!a.findings.some(({ id, title }) => id === sample?.id && title === sample.title)) continue;
    const words = new Set(a.findings.map(wording));
    if (!b.findings.every((finding) => words.has(wording(finding)))) continue;
    const message = "The reports of two scanners word every finding alike: one report under two names.";
    found.push({ code: "scan/reports-alike", reports: [first, second], message });
  }
  return found;
}

function wording({ id, package: { key }, severity, title, url, fix }: ReportedFinding): string {
  return [id, key, severity, title ?? "", url ?? "", fix.versions.join(",")].join("\u0000");
}
