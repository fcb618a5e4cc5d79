import { CodedError } from "@plimsoll/core";
import { compareScan } from "../compare/compare-scan.ts";
import { Excuses } from "../exceptions/excuses.ts";
import { waiverFault } from "../exceptions/vulnerability-waiver.ts";
import type { MergedScan } from "../merge/merged-scan.ts";
import type { Severity } from "../report/severity.ts";
import type { GatePolicy } from "./gate-policy.ts";
import { Baseline, judgeFinding, type Bench } from "./judge-finding.ts";
import { judgeReports } from "./judge-reports.ts";
import type {
  FindingCause,
  GateCounts,
  GateReason,
  GateReasonCode,
  GateResult,
  JudgedFinding,
  Verdict,
} from "./verdict.ts";

/**
 * Judges a merged scan. It passes only where every report is sound and no finding fails or is left open; what is missing,
 * unreadable, stale or empty is never a pass.
 * @throws CodedError `scan/bad-now` where the policy's time is none
 */
export function judgeScan(scan: MergedScan, policy: GatePolicy): GateResult {
  const now = Date.parse(policy.now);
  if (Number.isNaN(now)) {
    throw new CodedError({
      code: "scan/bad-now",
      message: `${JSON.stringify(policy.now.slice(0, 40))} is not a time.`,
      nextStep: "Give the time of the judgement as RFC 3339, such as 2026-11-24T12:00:00Z.",
    });
  }
  const today = new Date(now).toISOString().slice(0, 10);
  const comparison = compareScan(scan, policy);
  const excuses = new Excuses({ ...policy, today }, scan);
  const bench: Bench = {
    policy,
    now,
    excuses,
    baseline: new Baseline(policy.baseline),
    hasSecondOpinion: comparison.families.length > 1,
  };
  const findings = comparison.findings.map((one) => judgeFinding(one, bench));
  const reasons = [
    ...findingReasons(findings),
    ...judgeReports({ scan, comparison }, policy, now),
    ...waiverReasons(policy, { today, excuses }),
    ...ruleReasons(findings),
  ].sort((a, b) => EFFECTS.indexOf(a.effect) - EFFECTS.indexOf(b.effect));
  return {
    verdict: verdictOf(reasons),
    reasons: eachOnce(reasons),
    findings,
    counts: countsOf(findings),
    comparison,
    scan,
  };
}

const EFFECTS: readonly GateReason["effect"][] = ["fail", "indeterminate", "warning"];

/** What certainly fails is told first: more evidence would not change it. */
function verdictOf(reasons: readonly GateReason[]): Verdict {
  if (reasons.some(({ effect }) => effect === "fail")) return "fail";
  return reasons.some(({ effect }) => effect === "indeterminate") ? "indeterminate" : "pass";
}

/** A filtered report is told of by the report itself and by the comparison. */
function eachOnce(reasons: readonly GateReason[]): readonly GateReason[] {
  const seen = new Set<string>();
  return reasons.filter(({ code, reports, message, effect }) => {
    const key =
      code === "scan/report-filtered"
        ? `${code} ${reports.join(",")}`
        : `${code} ${reports.join(",")} ${effect} ${message}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

interface CauseReason {
  readonly cause: FindingCause;
  readonly code: GateReasonCode;
  readonly words: string;
}

const CAUSES: readonly CauseReason[] = [
  { cause: "known-exploited", code: "scan/vulnerability-exploited", words: "known to be exploited" },
  { cause: "severity", code: "scan/vulnerability-severe", words: "at or above the cut-off" },
  { cause: "likely-exploited", code: "scan/vulnerability-likely-exploited", words: "likely to be exploited" },
  { cause: "severity-unknown", code: "scan/severity-unknown", words: "of unknown severity" },
  { cause: "not-agreed", code: "scan/not-agreed", words: "that only one scanner has" },
  { cause: "within-leeway", code: "scan/within-leeway", words: "still within the leeway" },
  { cause: "single-scanner", code: "scan/single-scanner", words: "that only one scanner has" },
];

const OUTCOME_EFFECTS = [
  { outcome: "fails", effect: "fail" },
  { outcome: "undecided", effect: "indeterminate" },
  { outcome: "warns", effect: "warning" },
] as const;

function findingReasons(findings: readonly JudgedFinding[]): readonly GateReason[] {
  return CAUSES.flatMap(({ cause, code, words }) =>
    OUTCOME_EFFECTS.flatMap(({ outcome, effect }) => {
      const count = findings.filter((one) => one.because === cause && one.outcome === outcome).length;
      if (count === 0) return [];
      const message = `${count} ${count === 1 ? "finding" : "findings"} ${words}.`;
      return [{ code, effect, message, reports: [], findings: count }];
    }),
  );
}

function waiverReasons(
  { waivers, maximumWaiverDays }: GatePolicy,
  { today, excuses }: { readonly today: string; readonly excuses: Excuses },
): readonly GateReason[] {
  return waivers.flatMap((waiver): readonly GateReason[] => {
    const fault = waiverFault(waiver, today, maximumWaiverDays);
    if (fault !== undefined) {
      const message = `Waiver ${waiver.id} (${waiver.source.file}) excuses nothing: ${fault}.`;
      return [{ code: "scan/waiver-not-in-order", effect: "warning", message, reports: [], findings: 0 }];
    }
    if (excuses.used.has(waiver)) return [];
    const message = `Waiver ${waiver.id} (${waiver.source.file}) excuses no finding of this scan.`;
    return [{ code: "scan/waiver-unused", effect: "warning", message, reports: [], findings: 0 }];
  });
}

/** Rules of a scanner's ignore file that hold for ever. */
function ruleReasons(findings: readonly JudgedFinding[]): readonly GateReason[] {
  const endless = findings.filter(
    ({ excuse }) => excuse?.by === "ignore-rule" && excuse.expires === undefined,
  );
  if (endless.length === 0) return [];
  const message = `${endless.length} findings are put aside by ignore rules that have no end.`;
  return [
    { code: "scan/ignored-without-end", effect: "warning", message, reports: [], findings: endless.length },
  ];
}

function countsOf(findings: readonly JudgedFinding[]): GateCounts {
  const bySeverity: Record<Severity, number> = {
    critical: 0,
    high: 0,
    medium: 0,
    low: 0,
    negligible: 0,
    unknown: 0,
  };
  const outcomes = { fails: 0, undecided: 0, warns: 0, passes: 0, excused: 0 };
  let knownExploited = 0;
  for (const finding of findings) {
    outcomes[finding.outcome] += 1;
    if (finding.outcome === "excused") continue;
    bySeverity[finding.comparison.severity] += 1;
    if (finding.knownExploited) knownExploited += 1;
  }
  const { fails, undecided, warns, excused } = outcomes;
  return { bySeverity, fails, undecided, warns, excused, knownExploited };
}
