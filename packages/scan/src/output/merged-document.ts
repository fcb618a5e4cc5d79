import type { Comparison, FindingComparison } from "../compare/comparison.ts";
import { agreementIndex } from "../compare/comparison.ts";
import { lowestFix } from "../compare/differences.ts";
import type { GateResult } from "../gate/verdict.ts";
import type { MergedScan } from "../merge/merged-scan.ts";

/** What tells our merged reports from all others. */
export const MERGED_KIND = "plimsoll-scan";
/** The first number changes when a reader of the old form would misread the new one. */
export const MERGED_SCHEMA_VERSION = "1.0";

/** What a merged document is made of. */
export interface MergedParts {
  readonly scan: MergedScan;
  readonly comparison: Comparison;
  /** The gate's outcome, where there was one. */
  readonly gate?: GateResult;
}

/**
 * The merged scan as JSON (`scan/merged.schema.json`): the reports as they were read, and what follows from them. One line a
 * finding, so that two documents compare line by line. Reading it again gives the same scan.
 */
export function toMergedJson(parts: MergedParts): string {
  const { scan, comparison, gate } = parts;
  const pieces: string[] = [
    "{\n",
    `"kind":${JSON.stringify(MERGED_KIND)},\n`,
    `"schemaVersion":${JSON.stringify(MERGED_SCHEMA_VERSION)},\n`,
  ];
  if (gate !== undefined) pieces.push(`"gate":${JSON.stringify(gateRecord(gate))},\n`);
  pieces.push(`"agreement":${JSON.stringify(agreementRecord(comparison))},\n`);
  pieces.push(`"warnings":${JSON.stringify(comparison.warnings)},\n`);
  pieces.push(
    `"findings":${lines(comparison.findings, (one, index) => JSON.stringify(findingRecord(one, parts, index)))},\n`,
  );
  pieces.push(`"reports":[\n${scan.reports.map(reportText).join(",\n")}\n]\n}\n`);
  return pieces.join("");
}

function lines<T>(items: readonly T[], print: (item: T, index: number) => string): string {
  return items.length === 0 ? "[]" : `[\n${items.map(print).join(",\n")}\n]`;
}

function reportText(report: MergedScan["reports"][number]): string {
  const { findings, inventory, ...rest } = report;
  const head = JSON.stringify(rest);
  const packages = lines(inventory.packages, (one) => JSON.stringify(one));
  const own = `"inventory":{"listed":${String(inventory.listed)},"packages":${packages}}`;
  return `${head.slice(0, -1)},\n${own},\n"findings":${lines(findings, (one) => JSON.stringify(one))}}`;
}

function gateRecord({ verdict, reasons, counts }: GateResult): object {
  return { verdict, reasons, counts };
}

function agreementRecord({ families, overall, bySeverity, byEcosystem, pairs }: Comparison): object {
  const withIndex = (figures: Comparison["overall"]): object => ({
    ...figures,
    index: agreementIndex(figures),
  });
  return {
    families,
    overall: withIndex(overall),
    bySeverity: [...bySeverity].map(([severity, figures]) => ({ severity, ...withIndex(figures) })),
    byEcosystem: [...byEcosystem].map(([ecosystem, figures]) => ({ ecosystem, ...withIndex(figures) })),
    pairs,
  };
}

function findingRecord(
  { finding, severity, seenBy, agreement, differences, missing }: FindingComparison,
  { gate }: MergedParts,
  index: number,
): object {
  const { vulnerability, related } = finding;
  const judged = gate?.findings[index];
  return {
    key: finding.key,
    id: vulnerability.primary,
    aliases: vulnerability.ids.filter((id) => id !== vulnerability.primary),
    related,
    package: finding.package.name,
    version: finding.package.version,
    ...(finding.package.purl === undefined ? {} : { purl: finding.package.purl }),
    severity,
    ...fixRecord(finding),
    families: seenBy,
    ...(finding.tier === undefined ? {} : { tier: finding.tier }),
    agreement,
    differences,
    missing,
    reports: [...new Set(finding.observations.map(({ report }) => report))],
    ...(finding.counterparts.length === 0 ? {} : { counterparts: finding.counterparts }),
    ...(judged === undefined ? {} : judgedRecord(judged)),
  };
}

function fixRecord(finding: FindingComparison["finding"]): object {
  const versions = finding.observations.flatMap(({ finding: seen }) => seen.fix.versions);
  const fix = lowestFix(finding.package.type, versions);
  return fix === undefined ? {} : { fix };
}

function judgedRecord({
  outcome,
  because,
  excuse,
  knownExploited,
  epss,
}: GateResult["findings"][number]): object {
  return {
    outcome,
    because,
    knownExploited,
    ...(epss === undefined ? {} : { epss }),
    ...(excuse === undefined ? {} : { excuse }),
  };
}
