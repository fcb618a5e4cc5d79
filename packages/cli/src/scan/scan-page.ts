import {
  agreementIndex,
  lowestFix,
  plainText,
  type Comparison,
  type FindingComparison,
  type GateResult,
  type MergedScan,
} from "@plimsoll/scan";
import { table } from "../report/table.ts";

/** Rows that a terminal is given; other formats have all. */
const MOST_ROWS = 40;

const VERDICTS: Readonly<Record<GateResult["verdict"], string>> = {
  pass: "pass",
  fail: "fail",
  indeterminate: "indeterminate, which is no pass",
};

/** The gate's outcome for a terminal: verdict, reasons, what fails. */
export function gatePage(result: GateResult): string {
  const reasons = result.reasons.map(
    ({ effect, message, code, reports }) => `  ${effect}: ${plainText(message)}${placeOf(reports)} (${code})`,
  );
  const failing = result.findings
    .filter(({ outcome }) => outcome === "fails" || outcome === "undecided")
    .map(({ comparison }) => comparison);
  return [
    `Vulnerabilities: ${VERDICTS[result.verdict]}`,
    ...reasons,
    "",
    ...reportLines(result.scan),
    "",
    ...findingLines(failing),
    agreementLine(result.comparison),
    "",
  ].join("\n");
}

/** The merged scan for a terminal: who reported, how far they agree, what the worst findings are. */
export function mergePage(scan: MergedScan, comparison: Comparison): string {
  const severe = comparison.findings.filter(({ severity }) => severity === "critical" || severity === "high");
  return [
    ...reportLines(scan),
    "",
    ...findingLines(severe),
    ...comparison.warnings.map(
      ({ message, reports }) => `Not fair: ${plainText(message)}${placeOf(reports)}`,
    ),
    agreementLine(comparison),
    "",
  ].join("\n");
}

function placeOf(reports: readonly number[]): string {
  return reports.length === 0 ? "" : ` [report ${reports.map((number) => number + 1).join(", ")}]`;
}

function reportLines(scan: MergedScan): readonly string[] {
  return scan.reports.map((report, number) => {
    const { scanner, file, findings, inventory, database } = report;
    const packages = inventory.listed ? `${inventory.packages.length} packages` : "packages not listed";
    const words = `${scanner.name} ${scanner.version ?? ""}`.trim();
    return `Report ${number + 1}: ${plainText(words)}, ${findings.length} findings, ${packages}, database ${plainText(database.built ?? "of unknown age")} (${plainText(file)})`;
  });
}

function findingLines(findings: readonly FindingComparison[]): readonly string[] {
  if (findings.length === 0) return [];
  const rows = findings.slice(0, MOST_ROWS).map(({ finding, severity, seenBy }) => {
    const fixes = finding.observations.flatMap(({ finding: seen }) => seen.fix.versions);
    return [
      severity,
      ...[
        finding.vulnerability.primary,
        finding.package.name,
        finding.package.version,
        lowestFix(finding.package.type, fixes) ?? "-",
        seenBy.join(", "),
      ].map((text) => plainText(text)),
    ];
  });
  const more = findings.length > MOST_ROWS ? [`${findings.length - MOST_ROWS} more; see --format json.`] : [];
  return [
    table(["SEVERITY", "VULNERABILITY", "PACKAGE", "INSTALLED", "FIXED IN", "FOUND BY"], rows),
    ...more,
  ];
}

function agreementLine({ overall, families }: Comparison): string {
  const share = Math.round(agreementIndex(overall) * 100);
  const engines = families.map((name) => plainText(name)).join(", ");
  return families.length < 2
    ? `${overall.total} findings of one engine (${engines}).`
    : `${overall.total} findings; ${share} % are agreed on by at least two of ${engines}.`;
}
