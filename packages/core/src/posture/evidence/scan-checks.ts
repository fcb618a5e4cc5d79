import { entriesOf, isRecord, listOf, memberOf, numberOf, textOf } from "../../json/index.ts";
import { aboutImage, type EvidenceRecord, type EvidenceSet } from "./evidence-set.ts";
import { failed, notChecked, passed, type Told } from "./outcomes.ts";

const HOUR = 60 * 60 * 1_000;
/** The catalogue's age for a gate: a day. */
const MAXIMUM_SCAN_AGE = 24 * HOUR;
/** Databases are published daily; five days leave a weekend and a holiday. */
const MAXIMUM_DATABASE_AGE = 5 * 24 * HOUR;

type Check = (scans: readonly EvidenceRecord[], evidence: EvidenceSet) => Told;

/** Checks on vulnerability reports, by their ids in the catalogue. */
export const scanChecks: Readonly<Record<string, (evidence: EvidenceSet) => Told>> = {
  SR001: onScans(twoReports),
  SR002: onScans(twoFamilies),
  SR003: sameSubject,
  SR004: onScans(fresh),
  SR005: onScans(withinThresholds),
  SR006: onScans(withinDeadlines),
  SR008: onScans(notExploited),
};

/** A missing scan fails what asks for one, and says nothing to the rest. */
function onScans(check: Check): (evidence: EvidenceSet) => Told {
  return (evidence) => {
    const scans = aboutImage(evidence, "scan");
    if (scans.length > 0) return check(scans, evidence);
    const message = "There is no scan evidence of the image.";
    return check === twoReports ? failed(message) : notChecked(message);
  };
}

function scannersOf(scans: readonly EvidenceRecord[]): readonly unknown[] {
  return scans.flatMap(({ predicate }) => listOf(memberOf(predicate, "scanners")));
}

function namesOf(scans: readonly EvidenceRecord[], field: string): readonly string[] {
  const names = scannersOf(scans).map((scanner) => textOf(memberOf(scanner, field)) ?? "");
  return [...new Set(names.filter((name) => name !== "" && name !== "unknown"))];
}

/** Codes of the reasons that the gate gave. */
export function reasonCodes(documents: readonly EvidenceRecord[]): ReadonlySet<string> {
  const reasons = documents.flatMap(({ predicate }) => listOf(memberOf(predicate, "reasons")));
  return new Set(reasons.flatMap((reason) => textOf(memberOf(reason, "code")) ?? []));
}

/** Whether the gate said anything of each: what is no judgement names no reason either. */
export function isJudged(documents: readonly EvidenceRecord[]): boolean {
  return documents.every(({ predicate }) => textOf(memberOf(predicate, "verdict")) !== undefined);
}

function twoReports(scans: readonly EvidenceRecord[]): Told {
  const count = scannersOf(scans).length;
  const message = `${count} scanners reported on the image.`;
  return count >= 2 ? passed(message, scans) : failed(message, scans);
}

function twoFamilies(scans: readonly EvidenceRecord[]): Told {
  const families = namesOf(scans, "family");
  const message = `The reports come from ${families.length} families of scanners: ${families.join(", ") || "none that is known"}.`;
  return families.length >= 2 ? passed(message, scans) : failed(message, scans);
}

/** Reports about another image, or about none, prove nothing of this one. */
function sameSubject(evidence: EvidenceSet): Told {
  const scans = evidence.documents.filter(({ kind }) => kind === "scan");
  if (scans.length === 0) return notChecked("There is no scan evidence.");
  const about = aboutImage(evidence, "scan");
  const others = scans.filter((scan) => !about.includes(scan) || scan.subjects.length === 0);
  const codes = reasonCodes(about);
  const wrong = ["scan/digest-wrong", "scan/digest-absent", "scan/digests-differ", "scan/digest-unknown"];
  if (others.length > 0) return failed("Scan evidence is about another image.", others);
  if (wrong.some((code) => codes.has(code)))
    return failed("A scanner's report is not bound to the image.", about);
  return passed("All scan evidence is about the image.", about);
}

function fresh(scans: readonly EvidenceRecord[], { now }: EvidenceSet): Told {
  const judged = scans.map(({ predicate }) => Date.parse(textOf(memberOf(predicate, "judgedAt")) ?? ""));
  const built = scannersOf(scans).map((scanner) =>
    Date.parse(textOf(memberOf(scanner, "databaseBuilt")) ?? ""),
  );
  if (judged.some(Number.isNaN)) return notChecked("The scan evidence does not say when it was made.", scans);
  const age = now - Math.min(...judged);
  if (age > MAXIMUM_SCAN_AGE)
    return failed(`The oldest scan is ${hours(age)} old, at most 24 hours are allowed.`, scans);
  if (built.some(Number.isNaN))
    return notChecked("A scanner does not say when its database was built.", scans);
  const oldest = now - Math.min(...built);
  if (oldest > MAXIMUM_DATABASE_AGE)
    return failed(`A vulnerability database is ${hours(oldest)} old.`, scans);
  return passed(`The oldest scan is ${hours(age)} old, the oldest database ${hours(oldest)}.`, scans);
}

function hours(milliseconds: number): string {
  return `${Math.max(0, Math.round(milliseconds / HOUR))} hours`;
}

function withinThresholds(scans: readonly EvidenceRecord[]): Told {
  const verdicts = scans.map(({ predicate }) => textOf(memberOf(predicate, "verdict")));
  if (verdicts.includes("fail"))
    return failed("The scan gate found vulnerabilities beyond the thresholds.", scans);
  if (verdicts.every((verdict) => verdict === "pass")) return passed("The scan gate passed.", scans);
  return notChecked("The scan gate came to no verdict.", scans);
}

function countOf(scans: readonly EvidenceRecord[]): number {
  return scans
    .flatMap(({ predicate }) => entriesOf(memberOf(predicate, "counts")))
    .reduce((sum, [, count]) => sum + (numberOf(count) ?? 0), 0);
}

/** The gate's evidence counts findings and does not date them: without findings nothing can be overdue, else nobody knows. */
function withinDeadlines(scans: readonly EvidenceRecord[]): Told {
  if (!scans.every(({ predicate }) => isRecord(memberOf(predicate, "counts"))))
    return notChecked("The scan evidence does not count its findings.", scans);
  const count = countOf(scans);
  if (count === 0) return passed("No finding is open, so none is overdue.", scans);
  return notChecked(`${count} findings are open, and the evidence does not say since when.`, scans);
}

function notExploited(scans: readonly EvidenceRecord[]): Told {
  const codes = reasonCodes(scans);
  if (codes.has("scan/vulnerability-exploited"))
    return failed("A vulnerability is known to be exploited.", scans);
  if (codes.has("scan/kev-not-given"))
    return notChecked("The scan had no list of exploited vulnerabilities.", scans);
  if (!isJudged(scans)) return notChecked("The scan gate came to no verdict.", scans);
  return passed("No vulnerability of the list of exploited ones was found.", scans);
}
