import {
  categoryOf,
  RESULT_VALUES,
  type ComplianceReport,
  type ComplianceResult,
  type ComplianceRun,
  type ComplianceVerdict,
  type ResultValue,
} from "@plimsoll/core";
import { chooseRuns } from "./choose-runs.ts";
import { idsOf, type CompliancePolicy, type ComplianceWaiver } from "./policy.ts";
import { brokenLimits } from "./threshold.ts";

interface Reason {
  readonly code: string;
  readonly message: string;
}

/**
 * What a report comes to. Nothing evaluated, too little evaluated, too old, of another image or of no known one is
 * indeterminate: it says nothing about the image, so it is no pass.
 */
export function judgeCompliance(report: ComplianceReport, policy: CompliancePolicy): ComplianceVerdict {
  const chosen = chooseRuns(report, policy.run);
  if ("reason" in chosen) return withoutRun(chosen.reason);
  const { runs } = chosen;
  const results = runs.flatMap((run) => run.results);
  const counts = countsOf(results);
  const weighed = weigh(results, policy);
  const doubts = doubtsOf(report, runs, { counts, policy });
  const failures = [...failureReasons(weighed.failed, policy), ...limitReasons(results, policy)];
  const verdict = failures.length > 0 ? "fail" : doubts.length > 0 ? "indeterminate" : "pass";
  return {
    verdict,
    reasons: [...failures, ...doubts],
    runs: runs.map((run) => report.runs.indexOf(run)),
    counts,
    ...coverageOf(counts),
    failed: byCategory(weighed.failed),
    waived: weighed.waived,
  };
}

function withoutRun(message: string): ComplianceVerdict {
  const counts = countsOf([]);
  return {
    verdict: "indeterminate",
    reasons: [{ code: "compliance/no-run", message }],
    runs: [],
    counts,
    ...coverageOf(counts),
    failed: byCategory([]),
    waived: [],
  };
}

const NO_RESULTS: Readonly<Record<ResultValue, number>> = {
  pass: 0,
  fail: 0,
  error: 0,
  unknown: 0,
  notapplicable: 0,
  notchecked: 0,
  notselected: 0,
  informational: 0,
  fixed: 0,
};

function countsOf(results: readonly ComplianceResult[]): Readonly<Record<ResultValue, number>> {
  const counts: Record<ResultValue, number> = { ...NO_RESULTS };
  for (const { result } of results) counts[result] += 1;
  return counts;
}

function coverageOf(counts: Readonly<Record<ResultValue, number>>): {
  readonly evaluated: number;
  readonly selected: number;
  readonly coverage: number;
} {
  const evaluated = counts.pass + counts.fail + counts.fixed;
  const unjudged = counts.error + counts.unknown + counts.notchecked;
  const selected = evaluated + unjudged + counts.notapplicable + counts.informational;
  const toJudge = evaluated + unjudged;
  return { evaluated, selected, coverage: toJudge === 0 ? 0 : evaluated / toJudge };
}

/** Failures, those apart that a waiver excuses. */
function weigh(
  results: readonly ComplianceResult[],
  policy: CompliancePolicy,
): { readonly failed: readonly ComplianceResult[]; readonly waived: ComplianceVerdict["waived"] } {
  const today = new Date(policy.now).toISOString().slice(0, 10);
  const holding = policy.waivers.filter(
    ({ expires, imageDigest }) =>
      expires >= today &&
      (imageDigest === undefined || imageDigest === (policy.imageDigest ?? policy.boundDigest)),
  );
  const byRule = new Map<string, ComplianceWaiver>(holding.map((waiver) => [waiver.rule, waiver]));
  const failed: ComplianceResult[] = [];
  const waived: { result: ComplianceResult; waiver: string }[] = [];
  for (const result of results) {
    if (result.result !== "fail") continue;
    const waiver = idsOf(result)
      .map((id) => byRule.get(id))
      .find((found) => found !== undefined);
    if (waiver === undefined) failed.push(result);
    else waived.push({ result, waiver: waiver.id });
  }
  return { failed, waived };
}

function byCategory(failed: readonly ComplianceResult[]): ComplianceVerdict["failed"] {
  const count = (category: 1 | 2 | 3 | undefined): number =>
    failed.filter(({ severity }) => categoryOf(severity) === category).length;
  return { cat1: count(1), cat2: count(2), cat3: count(3), other: count(undefined) };
}

/** A failure without a category counts with those of the category that is asked for: not knowing its weight does not make it light. */
function failureReasons(
  failed: readonly ComplianceResult[],
  { categoryCutoff }: CompliancePolicy,
): readonly Reason[] {
  const counted = failed.filter(({ severity }) => (categoryOf(severity) ?? 1) <= categoryCutoff);
  if (counted.length === 0) return [];
  const { cat1, cat2, cat3, other } = byCategory(counted);
  const parts = [
    [cat1, "CAT I"],
    [cat2, "CAT II"],
    [cat3, "CAT III"],
    [other, "of no category"],
  ] as const;
  const words = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return [
    {
      code: "compliance/failed-rules",
      message: `${counted.length} ${counted.length === 1 ? "rule" : "rules"} failed: ${words.join(", ")}.`,
    },
  ];
}

function limitReasons(results: readonly ComplianceResult[], { limits }: CompliancePolicy): readonly Reason[] {
  return brokenLimits(results, limits).map((message) => ({ code: "compliance/threshold", message }));
}

function doubtsOf(
  report: ComplianceReport,
  runs: readonly ComplianceRun[],
  {
    counts,
    policy,
  }: { readonly counts: Readonly<Record<ResultValue, number>>; readonly policy: CompliancePolicy },
): readonly Reason[] {
  const { evaluated, coverage, selected } = coverageOf(counts);
  const doubts: Reason[] = [];
  const doubt = (code: string, message: string): void =>
    void doubts.push({ code: `compliance/${code}`, message });
  if (evaluated === 0) {
    doubt("nothing-evaluated", `None of ${selected} selected rules was judged: ${wordsOf(counts)}.`);
  } else if (evaluated < Math.max(1, policy.minEvaluated)) {
    doubt(
      "too-few-evaluated",
      `${evaluated} rules were judged, at least ${policy.minEvaluated} are asked for.`,
    );
  }
  if (evaluated > 0 && coverage < policy.minCoverage) {
    const share = `${Math.floor(coverage * 100)} %`;
    doubt("low-coverage", `${share} of the rules were judged, ${policy.minCoverage * 100} % are asked for.`);
  }
  for (const run of runs) doubts.push(...digestDoubts(run, policy), ...ageDoubts(run, policy));
  for (const problem of report.problems.filter(({ code }) => code === "scap/unknown-result")) {
    doubt("unreadable-result", problem.message);
    break;
  }
  return doubts;
}

function wordsOf(counts: Readonly<Record<ResultValue, number>>): string {
  const parts = RESULT_VALUES.filter((value) => counts[value] > 0).map(
    (value) => `${counts[value]} ${value}`,
  );
  return parts.length === 0 ? "the run has no results" : parts.join(", ");
}

function digestDoubts(run: ComplianceRun, { imageDigest, boundDigest }: CompliancePolicy): readonly Reason[] {
  if (imageDigest === undefined) return [];
  const told = run.target.imageDigest || (boundDigest ?? "");
  if (told === imageDigest) return [];
  if (told === "") {
    const message = `The report does not say which image it is about; ${imageDigest} is asked for.`;
    return [{ code: "compliance/unknown-digest", message }];
  }
  return [
    { code: "compliance/wrong-digest", message: `The report is about ${told}, not about ${imageDigest}.` },
  ];
}

const DAY = 86_400_000;

function ageDoubts(run: ComplianceRun, { maxAgeDays, now }: CompliancePolicy): readonly Reason[] {
  if (maxAgeDays === undefined) return [];
  const end = Date.parse(run.endTime || run.startTime);
  if (Number.isNaN(end)) {
    return [{ code: "compliance/unknown-age", message: "The report does not say when it was made." }];
  }
  const days = (now - end) / DAY;
  if (days < -1) {
    return [
      { code: "compliance/from-the-future", message: `The report says that it was made on ${run.endTime}.` },
    ];
  }
  if (days <= maxAgeDays) return [];
  const message = `The report is ${Math.floor(days)} days old, at most ${maxAgeDays} are allowed.`;
  return [{ code: "compliance/stale", message }];
}
