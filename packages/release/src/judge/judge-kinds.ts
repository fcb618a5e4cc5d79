import { isRecord, listOf, memberOf, numberOf, textOf } from "@plimsoll/core/json";
import type { EvidenceKind } from "@plimsoll/core/release-evidence";
import type { ReleasePolicy } from "../policy/release-policy.ts";
import { ageReasons } from "./age.ts";
import { verdictReasons } from "./judged-predicate.ts";
import { judgeProvenance } from "./judge-provenance.ts";
import { notMet, unknown, type ReleaseReason } from "./outcome.ts";

/** What the judge of a kind may know. */
export interface KindContext {
  readonly policy: ReleasePolicy;
  /** Milliseconds since 1970. */
  readonly now: number;
}

type JudgeKind = (predicate: unknown, context: KindContext) => readonly ReleaseReason[];

/** What each kind of evidence must say. The image, the signature and how many there are of it are judged elsewhere. */
export const JUDGES: Readonly<Record<EvidenceKind, JudgeKind>> = {
  scan: judgeScan,
  compliance: judgeCompliance,
  policy: judgePolicy,
  sbom: judgeSbom,
  provenance: judgeProvenance,
  signature: () => [],
  tests: judgeTests,
  approval: judgeApproval,
};

function judgeScan(predicate: unknown, { policy, now }: KindContext): readonly ReleaseReason[] {
  const scanners = listOf(memberOf(predicate, "scanners"));
  const families = new Set(scanners.map((scanner) => textOf(memberOf(scanner, "family"))).filter(Boolean));
  const { minScanners, maxDatabaseAgeDays } = policy.scan;
  const reasons = [
    ...verdictReasons(predicate, "The scan"),
    ...judgedAge(predicate, "scan", { policy, now }),
  ];
  if (families.size < minScanners) {
    const names = families.size === 0 ? "none" : [...families].join(", ");
    reasons.push(
      unknown(
        "too-few-scanners",
        `${minScanners} different scanners are asked for, ${families.size} looked: ${names}.`,
      ),
    );
  }
  for (const scanner of scanners) {
    const name = textOf(memberOf(scanner, "name")) ?? "a scanner";
    const built = textOf(memberOf(scanner, "databaseBuilt"));
    reasons.push(...ageReasons(`The database of ${name}`, built, { now, maxAgeDays: maxDatabaseAgeDays }));
  }
  return reasons;
}

function judgeCompliance(predicate: unknown, { policy, now }: KindContext): readonly ReleaseReason[] {
  const evaluated = numberOf(memberOf(predicate, "evaluated")) ?? 0;
  const coverage = numberOf(memberOf(predicate, "coverage")) ?? 0;
  const { minEvaluated, minCoverage } = policy.compliance;
  const reasons = [
    ...verdictReasons(predicate, "The compliance check"),
    ...judgedAge(predicate, "compliance", { policy, now }),
  ];
  if (evaluated < Math.max(1, minEvaluated)) {
    const needed = Math.max(1, minEvaluated);
    reasons.push(
      unknown("too-few-evaluated", `${evaluated} rules were judged, at least ${needed} are asked for.`),
    );
  }
  if (coverage < minCoverage) {
    const percent = Math.floor(coverage * 100);
    reasons.push(
      unknown("low-coverage", `${percent} % of the rules were judged, ${minCoverage * 100} % are asked for.`),
    );
  }
  return reasons;
}

function judgePolicy(predicate: unknown, context: KindContext): readonly ReleaseReason[] {
  const reasons = [
    ...verdictReasons(predicate, "The policy check"),
    ...judgedAge(predicate, "policy", context),
  ];
  if ((numberOf(memberOf(predicate, "checkedFiles")) ?? 0) < 1) {
    reasons.push(unknown("nothing-checked", "The policy check judged no file."));
  }
  return reasons;
}

function judgedAge(
  predicate: unknown,
  kind: EvidenceKind,
  { policy, now }: KindContext,
): readonly ReleaseReason[] {
  const maxAgeDays = policy.maxAgeDays[kind];
  return ageReasons(`The ${kind} evidence`, textOf(memberOf(predicate, "judgedAt")), { now, maxAgeDays });
}

/** An SBOM of nothing is none: CycloneDX has `components`, SPDX `packages`. */
function judgeSbom(predicate: unknown): readonly ReleaseReason[] {
  if (!isRecord(predicate)) return [unknown("sbom-empty", "The SBOM is empty.")];
  const count = listOf(predicate["components"]).length + listOf(predicate["packages"]).length;
  return count > 0 ? [] : [unknown("sbom-empty", "The SBOM lists no component.")];
}

/** in-toto's test result: PASSED, WARNED or FAILED, with the tests by name. */
function judgeTests(predicate: unknown, { policy, now }: KindContext): readonly ReleaseReason[] {
  const result = memberOf(predicate, "result");
  const failed = listOf(memberOf(predicate, "failedTests")).length;
  const passed = listOf(memberOf(predicate, "passedTests")).length;
  if (result === "FAILED" || failed > 0) return [notMet("tests-failed", `${failed} tests failed.`)];
  if (result !== "PASSED" && result !== "WARNED") return [unknown("no-verdict", "The tests have no result.")];
  const time = textOf(memberOf(predicate, "finishedOn"));
  const old = ageReasons("The test report", time, { now, maxAgeDays: policy.maxAgeDays.tests });
  return passed > 0 ? old : [...old, unknown("nothing-tested", "The test report names no test that passed.")];
}

function judgeApproval(predicate: unknown, { policy, now }: KindContext): readonly ReleaseReason[] {
  const approvals = listOf(memberOf(predicate, "approvals"));
  const requestedBy = textOf(memberOf(predicate, "requestedBy"))?.toLowerCase();
  const rejected = approvals.filter((approval) => memberOf(approval, "state") === "rejected");
  if (rejected.length > 0) {
    const names = rejected.map((approval) => textOf(memberOf(approval, "by")) ?? "someone").join(", ");
    return [notMet("rejected", `The release was rejected by ${names}.`)];
  }
  const maxAgeDays = policy.maxAgeDays.approval;
  const people = new Set<string>();
  for (const approval of approvals) {
    const by = textOf(memberOf(approval, "by"))?.toLowerCase();
    const isFresh = ageReasons("", textOf(memberOf(approval, "at")), { now, maxAgeDays }).length === 0;
    const counts = memberOf(approval, "state") === "approved" && by !== requestedBy && isFresh;
    if (by !== undefined && counts) people.add(by);
  }
  if (people.size >= policy.approval.needed) return [];
  const message = `${policy.approval.needed} approvals by others than ${requestedBy ?? "the one who asked"} are asked for, ${people.size} count.`;
  return [unknown("not-approved", message)];
}
