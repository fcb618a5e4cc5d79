import { fixStateOf } from "../compare/differences.ts";
import type { FindingComparison } from "../compare/comparison.ts";
import type { Excuses } from "../exceptions/excuses.ts";
import type { MergedFinding, MergedScan } from "../merge/merged-scan.ts";
import { severityRank, type Severity } from "../report/severity.ts";
import type { Cutoff, GatePolicy } from "./gate-policy.ts";
import type { FindingCause, FindingOutcome, JudgedFinding } from "./verdict.ts";

const DAY = 24 * 60 * 60 * 1000;

/** What findings are judged against, made ready once. */
export interface Bench {
  readonly policy: GatePolicy;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly excuses: Excuses;
  readonly baseline: Baseline;
  /** Whether more than one engine reported. */
  readonly hasSecondOpinion: boolean;
}

/** Which findings were there before: a vulnerability in a package, whatever its release. */
export class Baseline {
  readonly #known = new Set<string>();

  constructor(scan: MergedScan | undefined) {
    for (const finding of scan?.findings ?? [])
      for (const id of finding.vulnerability.ids) this.#known.add(`${id} ${finding.package.key}`);
  }

  has(finding: MergedFinding): boolean {
    if (this.#known.size === 0) return false;
    return finding.vulnerability.ids.some((id) => this.#known.has(`${id} ${finding.package.key}`));
  }
}

type Ruling = readonly [FindingOutcome, FindingCause];

/** Decides on one finding. */
export function judgeFinding(comparison: FindingComparison, bench: Bench): JudgedFinding {
  const { finding } = comparison;
  const excuse = bench.excuses.of(finding);
  const knownExploited = isKnownExploited(finding, bench.policy);
  const epss = epssOf(finding, bench.policy);
  const [outcome, because]: Ruling =
    excuse === undefined ? ruling(comparison, { bench, knownExploited, epss }) : ["excused", "excused"];
  return { comparison, outcome, because, excuse, knownExploited, epss };
}

interface Facts {
  readonly bench: Bench;
  readonly knownExploited: boolean;
  readonly epss: number | undefined;
}

function ruling(comparison: FindingComparison, { bench, knownExploited, epss }: Facts): Ruling {
  const { finding } = comparison;
  const { policy, baseline } = bench;
  if (policy.scannerSuppressions === "accept" && isSuppressed(finding))
    return ["passes", "suppressed-by-scanner"];
  if (knownExploited && policy.failOnKev) return ["fails", "known-exploited"];
  if (baseline.has(finding)) return ["passes", "in-baseline"];
  if (policy.epssThreshold !== undefined && epss !== undefined && epss >= policy.epssThreshold)
    return ["fails", "likely-exploited"];
  return bySeverity(comparison, bench);
}

/** Set aside by every scanner that has it. */
function isSuppressed({ observations }: MergedFinding): boolean {
  return observations.every(({ finding }) => finding.suppressed !== undefined);
}

function bySeverity(comparison: FindingComparison, bench: Bench): Ruling {
  const { finding, severity } = comparison;
  const { policy } = bench;
  const isFixed = fixStateOf(finding) === "fixed";
  if (!isFixed && policy.onlyFixed) return ["passes", "no-fix"];
  const cutoff = isFixed ? policy.severityCutoff : policy.severityCutoffUnfixed;
  if (cutoff === "never") return ["passes", isFixed ? "below-cutoff" : "no-fix"];
  if (severity === "unknown") return [UNKNOWN[policy.unknownSeverity], "severity-unknown"];
  if (!reaches(severity, cutoff)) return ["passes", "below-cutoff"];
  if (isWithinLeeway(finding, severity, bench)) return ["warns", "within-leeway"];
  const isAlone = comparison.agreement === "one-sided" && bench.hasSecondOpinion;
  return isAlone ? ALONE[policy.singleScanner] : ["fails", "severity"];
}

const ALONE: Readonly<Record<GatePolicy["singleScanner"], Ruling>> = {
  count: ["fails", "severity"],
  warn: ["warns", "single-scanner"],
  "require-agreement": ["undecided", "not-agreed"],
};

const UNKNOWN: Readonly<Record<GatePolicy["unknownSeverity"], FindingOutcome>> = {
  fail: "fails",
  indeterminate: "undecided",
  warn: "warns",
};

function reaches(severity: Severity, cutoff: Exclude<Cutoff, "never">): boolean {
  return severityRank(severity) >= severityRank(cutoff);
}

/** Counted from the first day on which anybody says it was published; without such a day there is no leeway. */
function isWithinLeeway(finding: MergedFinding, severity: Severity, { policy, now }: Bench): boolean {
  const days = policy.leewayDays[severity];
  if (days === undefined || days <= 0) return false;
  const published = finding.observations.flatMap(({ finding: seen }) =>
    seen.published === undefined ? [] : Date.parse(seen.published),
  );
  if (published.length === 0) return false;
  const age = now - Math.min(...published);
  return age >= 0 && age < days * DAY;
}

function isKnownExploited(finding: MergedFinding, { kev }: GatePolicy): boolean {
  if (finding.observations.some(({ finding: seen }) => seen.exploited !== undefined)) return true;
  return kev !== undefined && finding.vulnerability.ids.some((id) => kev.entries.has(id));
}

function epssOf(finding: MergedFinding, { epss }: GatePolicy): number | undefined {
  let highest: number | undefined;
  const take = (score: number | undefined): void => {
    if (score !== undefined && (highest === undefined || score > highest)) highest = score;
  };
  for (const { finding: seen } of finding.observations) take(seen.epss?.score);
  if (epss !== undefined) for (const id of finding.vulnerability.ids) take(epss.scores.get(id)?.score);
  return highest;
}
