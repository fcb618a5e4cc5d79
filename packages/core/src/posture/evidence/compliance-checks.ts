import { memberOf, numberOf, textOf } from "../../json/index.ts";
import { aboutImage, type EvidenceRecord, type EvidenceSet } from "./evidence-set.ts";
import { failed, notChecked, passed, type Told } from "./outcomes.ts";
import { isJudged, reasonCodes } from "./scan-checks.ts";

/** Checks on SCAP results, waivers of vulnerabilities and policy reports, by their ids in the catalogue. */
export const complianceChecks: Readonly<Record<string, (evidence: EvidenceSet) => Told>> = {
  SR007: waiversInOrder,
  SR009: resultPresent,
  SR010: onResults(noSevereFailure),
  SR011: onResults(allResolved),
  SR012: policyReportsClean,
};

function waiversInOrder(evidence: EvidenceSet): Told {
  const scans = aboutImage(evidence, "scan");
  if (scans.length === 0) return notChecked("There is no scan evidence that would tell of waivers.");
  if (!isJudged(scans)) return notChecked("The scan gate came to no verdict.", scans);
  return reasonCodes(scans).has("scan/waiver-not-in-order")
    ? failed("A waiver of the scan is not in order.", scans)
    : passed("The scan gate found no waiver that is not in order.", scans);
}

function resultPresent(evidence: EvidenceSet): Told {
  const results = aboutImage(evidence, "compliance");
  const judged = results.filter(({ predicate }) => (numberOf(memberOf(predicate, "evaluated")) ?? 0) > 0);
  if (results.length === 0) return failed("There is no SCAP result of the image.");
  if (judged.length === 0) return failed("The SCAP result judged no rule.", results);
  const names = judged.map(({ predicate }) => textOf(memberOf(predicate, "benchmark")) ?? "a benchmark");
  return passed(`The image was compared with ${names.join(", ")}.`, judged);
}

type Check = (results: readonly EvidenceRecord[]) => Told;

function onResults(check: Check): (evidence: EvidenceSet) => Told {
  return (evidence) => {
    const results = aboutImage(evidence, "compliance");
    return results.length === 0 ? notChecked("There is no SCAP result of the image.") : check(results);
  };
}

function noSevereFailure(results: readonly EvidenceRecord[]): Told {
  const severe = sum(results, "cat1");
  const verdicts = results.map(({ predicate }) => textOf(memberOf(predicate, "verdict")));
  if (severe > 0) return failed(`${severe} rules of category I failed.`, results);
  if (verdicts.includes("fail")) return failed("More SCAP rules failed than the policy allows.", results);
  if (verdicts.every((verdict) => verdict === "pass"))
    return passed("No SCAP failure beyond the policy.", results);
  return notChecked("The SCAP results came to no verdict.", results);
}

function sum(results: readonly EvidenceRecord[], category: string): number {
  return results.reduce(
    (all, { predicate }) => all + (numberOf(memberOf(memberOf(predicate, "failed"), category)) ?? 0),
    0,
  );
}

function allResolved(results: readonly EvidenceRecord[]): Told {
  const lowest = Math.min(...results.map(({ predicate }) => numberOf(memberOf(predicate, "coverage")) ?? 0));
  const percent = Math.floor(lowest * 100);
  const message = `${percent} % of the SCAP rules that apply were decided.`;
  return lowest >= 1 ? passed(message, results) : failed(message, results);
}

function policyReportsClean({ policyReports }: EvidenceSet): Told {
  if (policyReports.length === 0) return notChecked("There is no policy report of the cluster.");
  const bad = policyReports.filter(({ failed: count, errors }) => count + errors > 0);
  const total = bad.reduce((all, { failed: count, errors }) => all + count + errors, 0);
  if (bad.length > 0) return failed(`${total} results of cluster policies fail.`, bad);
  const judged = policyReports.reduce((all, { passed: count }) => all + count, 0);
  if (judged === 0) return notChecked("The policy reports judged nothing.", policyReports);
  return passed(`${judged} results of cluster policies pass.`, policyReports);
}
