import type { MergedFinding, MergedScan } from "../merge/merged-scan.ts";
import type { CvssEntry, ReportedFinding } from "../report/scan-report.ts";
import { severityOfScore, severityRank, worstSeverity, type Severity } from "../report/severity.ts";

/**
 * Whose severity counts: the worst that a scanner chose, the vendor's own where one is named, the CVSS base score, or that
 * of one scanner. Each falls back to the worst where its source says nothing.
 */
export type SeveritySource = "max" | "vendor-first" | "cvss" | `scanner:${string}`;

/** The severity by which a finding is judged. Never a mean. */
export function effectiveSeverity(
  finding: MergedFinding,
  scan: MergedScan,
  source: SeveritySource,
): Severity {
  const worst = worstSeverity(finding.observations.map(({ finding: seen }) => seen.severity));
  if (source === "max") return worst;
  const chosen = chosenBy(finding, scan, source);
  return chosen === "unknown" ? worst : chosen;
}

function chosenBy(
  finding: MergedFinding,
  scan: MergedScan,
  source: Exclude<SeveritySource, "max">,
): Severity {
  const seen = finding.observations.map((observation) => observation.finding);
  if (source === "cvss") return severityOfScore(baseScore(seen.flatMap(({ cvss }) => cvss)));
  if (source === "vendor-first") return worstSeverity(seen.flatMap(vendorSeverities));
  const name = source.slice("scanner:".length).toLowerCase();
  const own = finding.observations.filter(
    ({ report }) => scan.reports[report]?.scanner.name === name || scan.families[report]?.name === name,
  );
  return worstSeverity(own.map((observation) => observation.finding.severity));
}

/** Sources that speak about every distribution's packages, so none of them is the vendor. */
function isGeneral(source: string): boolean {
  const lower = source.toLowerCase();
  return lower.startsWith("nvd") || lower.startsWith("ghsa") || lower.startsWith("github");
}

function vendorSeverities({ severities, severitySource, severity }: ReportedFinding): readonly Severity[] {
  if (severitySource !== undefined && !isGeneral(severitySource)) return [severity];
  return severities.filter(({ source }) => !isGeneral(source)).map((one) => one.severity);
}

/** The highest score of the newest version of CVSS that anybody scored by. */
export function baseScore(entries: readonly CvssEntry[]): number | undefined {
  let best: CvssEntry | undefined;
  for (const entry of entries) {
    if (entry.score === undefined) continue;
    const order = best === undefined ? 1 : major(entry) - major(best);
    if (order > 0 || (order === 0 && entry.score > (best?.score ?? 0))) best = entry;
  }
  return best?.score;
}

function major({ version }: CvssEntry): number {
  return Number.parseInt(version, 10) || 0;
}

/** Whether two scanners put a finding into different classes. One that knows no severity does not differ. */
export function severitiesDiffer(finding: MergedFinding): boolean {
  const ranks = new Set(finding.observations.map(({ finding: seen }) => severityRank(seen.severity)));
  ranks.delete(0);
  return ranks.size > 1;
}
