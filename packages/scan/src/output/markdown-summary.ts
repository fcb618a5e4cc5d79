import { agreementIndex, type FindingComparison, type OneSidedReason } from "../compare/comparison.ts";
import { fixStateOf, lowestFix } from "../compare/differences.ts";
import type { GateReason, GateResult, JudgedFinding, Verdict } from "../gate/verdict.ts";
import { SEVERITIES } from "../report/severity.ts";
import { markdownRow, markdownText } from "./escape.ts";

/** Rows of each list; the merged JSON has all. */
const MOST_ROWS = 50;
const BAR_CELLS = 20;

const VERDICTS: Readonly<Record<Verdict, string>> = {
  pass: "✅ Pass",
  fail: "❌ Fail",
  indeterminate: "⚠️ Indeterminate: this is not a pass",
};

/**
 * The gate's outcome for a job summary on GitHub: verdict and reasons, scanners, findings by severity, how far the scanners
 * agree, and the severe findings that only one of them has, with the likely reason. Foreign text cannot mark anything up.
 */
export function toMarkdownSummary(result: GateResult): string {
  const sections = [
    [`## Vulnerability scan: ${VERDICTS[result.verdict]}`],
    reasonLines(result.reasons),
    scannerTable(result),
    severityTable(result),
    agreementTable(result),
    failingTable(result),
    oneSidedTable(result),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

const MARKS: Readonly<Record<GateReason["effect"], string>> = {
  fail: "❌",
  indeterminate: "⚠️",
  warning: "ℹ️",
};

function reasonLines(reasons: readonly GateReason[]): readonly string[] {
  const shown = reasons.slice(0, MOST_ROWS).map(({ effect, code, message, reports }) => {
    const where = reports.length === 0 ? "" : ` (report ${reports.map((number) => number + 1).join(", ")})`;
    return `- ${MARKS[effect]} ${markdownText(message)}${where} <code>${code}</code>`;
  });
  return [...shown, ...moreLine(reasons.length, "reasons")];
}

function scannerTable({ scan }: GateResult): readonly string[] {
  if (scan.reports.length === 0) return [];
  const rows = scan.reports.slice(0, MOST_ROWS).map((report, number) => {
    const { scanner, database, target, inventory, findings } = report;
    return markdownRow([
      String(number + 1),
      markdownText(`${scanner.name} ${scanner.version ?? ""}`.trim()),
      markdownText(scan.families[number]?.name ?? ""),
      markdownText(database.built ?? "unknown"),
      markdownText(target.name ?? "unknown"),
      markdownText(target.digests[0] ?? target.imageId ?? "unknown"),
      inventory.listed ? String(inventory.packages.length) : "not listed",
      String(findings.length),
    ]);
  });
  return [
    "### Reports",
    "",
    markdownRow(["#", "Scanner", "Engine", "Database built", "Target", "Digest", "Packages", "Findings"]),
    "| ---: | --- | --- | --- | --- | --- | ---: | ---: |",
    ...rows,
    ...moreLine(scan.reports.length, "reports"),
  ];
}

function severityTable({ findings, counts }: GateResult): readonly string[] {
  const rows = SEVERITIES.map((severity) => {
    const own = findings.filter(
      ({ comparison, outcome }) => comparison.severity === severity && outcome !== "excused",
    );
    const fixable = own.filter(({ comparison }) => fixStateOf(comparison.finding) === "fixed").length;
    const agreed = own.filter(({ comparison }) => comparison.agreement === "agreed").length;
    const failing = own.filter(({ outcome }) => outcome === "fails").length;
    return markdownRow([severity, ...[own.length, fixable, agreed, failing].map(String)]);
  });
  return [
    "### Findings",
    "",
    markdownRow(["Severity", "Findings", "With a fix", "Agreed", "Failing"]),
    "| --- | ---: | ---: | ---: | ---: |",
    ...rows,
    "",
    `${counts.knownExploited} known to be exploited, ${counts.excused} excused.`,
  ];
}

function agreementTable({ comparison }: GateResult): readonly string[] {
  if (comparison.pairs.length === 0) return [];
  const rows = comparison.pairs.map(({ first, second, both, onlyFirst, onlySecond }) => {
    const total = both + onlyFirst + onlySecond;
    return markdownRow([
      `${markdownText(first)} and ${markdownText(second)}`,
      `<code>${bar([onlyFirst, both, onlySecond], total)}</code>`,
      String(onlyFirst),
      String(both),
      String(onlySecond),
    ]);
  });
  const share = Math.round(agreementIndex(comparison.overall) * 100);
  return [
    "### Agreement",
    "",
    markdownRow([
      "Engines",
      "▓ only the first, █ both, ░ only the second",
      "Only the first",
      "Both",
      "Only the second",
    ]),
    "| --- | --- | ---: | ---: | ---: |",
    ...rows,
    "",
    `${share} % of ${comparison.overall.total} findings are agreed on by at least two engines.`,
  ];
}

/** A bar of fixed width; a part that is not empty has at least one cell. */
function bar(parts: readonly [number, number, number], total: number): string {
  if (total === 0) return "·".repeat(BAR_CELLS);
  const [left, , right] = parts.map((part) =>
    part === 0 ? 0 : Math.max(1, Math.round((part / total) * BAR_CELLS)),
  );
  const middle = Math.max(parts[1] === 0 ? 0 : 1, BAR_CELLS - (left ?? 0) - (right ?? 0));
  return "▓".repeat(left ?? 0) + "█".repeat(middle) + "░".repeat(right ?? 0);
}

function failingTable({ findings }: GateResult): readonly string[] {
  const failing = findings
    .filter(({ outcome }) => outcome === "fails" || outcome === "undecided")
    .toSorted(worstFirst);
  if (failing.length === 0) return [];
  return [
    "### Failing or undecided",
    "",
    markdownRow(["Severity", "Vulnerability", "Package", "Installed", "Fixed in", "Found by", "Because"]),
    "| --- | --- | --- | --- | --- | --- | --- |",
    ...failing.slice(0, MOST_ROWS).map(failingRow),
    ...moreLine(failing.length, "findings"),
  ];
}

function failingRow({ comparison, because }: JudgedFinding): string {
  const { finding, severity, seenBy } = comparison;
  const versions = finding.observations.flatMap(({ finding: seen }) => seen.fix.versions);
  return markdownRow([
    severity,
    ...[finding.vulnerability.primary, finding.package.name, finding.package.version].map(markdownText),
    markdownText(lowestFix(finding.package.type, versions) ?? "–"),
    markdownText(seenBy.join(", ")),
    because,
  ]);
}

function worstFirst(a: JudgedFinding, b: JudgedFinding): number {
  return SEVERITIES.indexOf(a.comparison.severity) - SEVERITIES.indexOf(b.comparison.severity);
}

const REASONS: Readonly<Record<OneSidedReason, string>> = {
  "target-differs": "the reports are on different images",
  "version-differs": "it has another version of the package",
  "advisory-covers-several": "it names an advisory that covers this",
  "package-not-listed": "it does not list the package",
  "package-version-differs": "it lists another version of the package",
  "filtered-out": "it was told to leave such findings out",
  "cpe-match": "matched by a guessed name only",
  "already-fixed": "the installed release holds the fix",
  "database-older": "its database is older than the vulnerability",
  "feed-not-used": "it does not use the feed",
  "withdrawn-or-disputed": "withdrawn or disputed",
  "package-unnamed": "no package is named",
  unknown: "the reports do not tell",
};

function oneSidedTable({ findings }: GateResult): readonly string[] {
  const alone = findings
    .filter(({ comparison: { agreement, severity } }) => agreement === "one-sided" && SEVERE.has(severity))
    .toSorted(worstFirst);
  if (alone.length === 0) return [];
  return [
    "### Critical and high findings of one engine alone",
    "",
    markdownRow([
      "Severity",
      "Vulnerability",
      "Package",
      "Installed",
      "Found by",
      "Why another engine may not have it",
    ]),
    "| --- | --- | --- | --- | --- | --- |",
    ...alone.slice(0, MOST_ROWS).map(({ comparison }) => oneSidedRow(comparison)),
    ...moreLine(alone.length, "findings"),
  ];
}

const SEVERE: ReadonlySet<string> = new Set(["critical", "high"]);

function oneSidedRow({ finding, severity, seenBy, missing }: FindingComparison): string {
  const reasons = missing.map(
    ({ family, reasons: own }) => `${markdownText(family)}: ${own.map((one) => REASONS[one]).join(", ")}`,
  );
  return markdownRow([
    severity,
    ...[finding.vulnerability.primary, finding.package.name, finding.package.version].map(markdownText),
    markdownText(seenBy.join(", ")),
    reasons.join("; "),
  ]);
}

function moreLine(count: number, what: string): readonly string[] {
  return count <= MOST_ROWS ? [] : ["", `${count - MOST_ROWS} more ${what} are in the merged report.`];
}
