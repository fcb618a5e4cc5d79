import type { MergedFinding, MergedScan } from "../merge/merged-scan.ts";
import { SEVERITIES, type Severity } from "../report/severity.ts";
import type { AgreementFigures, Comparison, FindingComparison, PairFigures } from "./comparison.ts";
import { differencesOf } from "./differences.ts";
import { effectiveSeverity, type SeveritySource } from "./effective-severity.ts";
import { fairnessWarnings } from "./fairness.ts";
import { indexReasons, type ReasonIndex } from "./reason-index.ts";
import { reasonsFor } from "./reasons.ts";

export interface ComparisonOptions {
  /** Default: `max`. */
  readonly severitySource?: SeveritySource;
  /** How many days the databases may be apart without a warning. Default: 2. */
  readonly maximumDatabaseGapDays?: number;
}

/** Says of every finding who has it, in what the scanners differ, and why one of them may not have it. */
export function compareScan(scan: MergedScan, options: ComparisonOptions = {}): Comparison {
  const { severitySource = "max", maximumDatabaseGapDays = 2 } = options;
  const families = [...new Set(scan.families.map(({ name }) => name))].sort();
  const index = indexReasons(scan);
  const findings = scan.findings.map((finding) =>
    compareFinding(finding, { families, index, severity: effectiveSeverity(finding, scan, severitySource) }),
  );
  return {
    families,
    findings,
    warnings: fairnessWarnings(scan, maximumDatabaseGapDays),
    overall: figures(findings),
    bySeverity: new Map(
      SEVERITIES.map((severity) => [severity, figures(findings.filter((one) => one.severity === severity))]),
    ),
    byEcosystem: ecosystems(findings),
    pairs: pairFigures(families, findings),
  };
}

function compareFinding(
  finding: MergedFinding,
  {
    families,
    index,
    severity,
  }: { readonly families: readonly string[]; readonly index: ReasonIndex; readonly severity: Severity },
): FindingComparison {
  const seenBy =
    finding.counterparts.length === 0
      ? finding.families
      : [...new Set([...finding.families, ...finding.counterparts.flatMap((one) => one.families)])].sort();
  const missing = families
    .filter((family) => !seenBy.includes(family))
    .map((family) => ({ family, reasons: reasonsFor(finding, family, index) }));
  const alone = families.length < 2 ? "single" : "one-sided";
  return {
    finding,
    severity,
    seenBy,
    agreement: seenBy.length > 1 ? "agreed" : alone,
    differences: differencesOf(finding),
    missing,
  };
}

function figures(findings: readonly FindingComparison[]): AgreementFigures {
  const agreed = findings.filter(({ agreement }) => agreement === "agreed").length;
  return { agreed, total: findings.length };
}

function ecosystems(findings: readonly FindingComparison[]): ReadonlyMap<string, AgreementFigures> {
  const counts = new Map<string, { agreed: number; total: number }>();
  for (const { finding, agreement } of findings) {
    const type = finding.package.type === "" ? "unknown" : finding.package.type;
    const count = counts.get(type) ?? { agreed: 0, total: 0 };
    counts.set(type, count);
    count.total += 1;
    if (agreement === "agreed") count.agreed += 1;
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Reports are few; families even fewer. */
const MOST_FAMILIES = 12;

function pairFigures(all: readonly string[], findings: readonly FindingComparison[]): readonly PairFigures[] {
  const families = all.slice(0, MOST_FAMILIES);
  return families.flatMap((first, index) =>
    families.slice(index + 1).map((second) => {
      let [both, onlyFirst, onlySecond] = [0, 0, 0];
      for (const { seenBy } of findings) {
        const [one, two] = [seenBy.includes(first), seenBy.includes(second)];
        if (one && two) both += 1;
        else if (one) onlyFirst += 1;
        else if (two) onlySecond += 1;
      }
      return { first, second, both, onlyFirst, onlySecond };
    }),
  );
}
