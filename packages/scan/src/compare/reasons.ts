import type { MergedFinding } from "../merge/merged-scan.ts";
import type { OneSidedReason } from "./comparison.ts";
import { fixStateOf, isPastFix } from "./differences.ts";
import { feedName, type FamilySide, type ReasonIndex } from "./reason-index.ts";

/** Whether a reason holds for a finding that one side lacks. */
type Test = (finding: MergedFinding, side: FamilySide, index: ReasonIndex) => boolean;

/** The likeliest first. */
const TESTS: readonly (readonly [OneSidedReason, Test])[] = [
  ["target-differs", isOnOtherTarget],
  ["version-differs", (finding, side) => names(side.packagesOf, finding.vulnerability.primary, finding)],
  ["advisory-covers-several", isCovered],
  ["package-unnamed", (finding) => finding.package.name === ""],
  ["package-not-listed", isNotListed],
  ["package-version-differs", isListedOtherwise],
  ["filtered-out", isFilteredOut],
  ["cpe-match", (finding) => finding.observations.every(({ finding: seen }) => seen.match === "cpe")],
  ["already-fixed", isPastFix],
  ["database-older", isNewerThanDatabase],
  ["feed-not-used", usesOtherFeed],
  ["withdrawn-or-disputed", isWithdrawn],
];

const UNKNOWN: readonly OneSidedReason[] = ["unknown"];

/** Why a family may lack a finding, the likeliest reason first. */
export function reasonsFor(
  finding: MergedFinding,
  family: string,
  index: ReasonIndex,
): readonly OneSidedReason[] {
  const side = index.get(family);
  if (side === undefined) return UNKNOWN;
  const reasons: OneSidedReason[] = [];
  for (const [reason, holds] of TESTS) if (holds(finding, side, index)) reasons.push(reason);
  return reasons.length === 0 ? UNKNOWN : reasons;
}

function names(map: FamilySide["packagesOf"], id: string, finding: MergedFinding): boolean {
  return map.get(id)?.has(finding.package.key) === true;
}

/** Only where both sides name digests and have none in common. */
function isOnOtherTarget(finding: MergedFinding, side: FamilySide, index: ReasonIndex): boolean {
  if (side.digests.size === 0) return false;
  let isNamed = false;
  for (const family of finding.families) {
    for (const digest of index.get(family)?.digests ?? []) {
      if (side.digests.has(digest)) return false;
      isNamed = true;
    }
  }
  return isNamed;
}

/** One side names the vulnerability and the other an advisory that covers it, in the same package. */
function isCovered(finding: MergedFinding, side: FamilySide): boolean {
  if (finding.related.some((id) => names(side.packagesOf, id, finding))) return true;
  if (side.advisoriesOf.size === 0) return false;
  return [...finding.vulnerability.ids, ...finding.related].some((id) =>
    names(side.advisoriesOf, id, finding),
  );
}

function isNotListed(finding: MergedFinding, { listed }: FamilySide): boolean {
  if (listed === undefined || listed.has(finding.package.key)) return false;
  return !finding.observations.some(({ finding: seen }) => {
    const source = seen.package.sourceKey;
    return source !== undefined && listed.has(source);
  });
}

function isListedOtherwise({ package: { key, id } }: MergedFinding, { listed }: FamilySide): boolean {
  return listed !== undefined && listed.has(key) && !listed.has(id);
}

function isFilteredOut(finding: MergedFinding, { reports }: FamilySide): boolean {
  return reports.some(({ filters }) =>
    filters.some(({ kind }) => {
      if (kind === "only-fixed") return fixStateOf(finding) !== "fixed";
      return kind === "only-unfixed" ? fixStateOf(finding) === "fixed" : true;
    }),
  );
}

/** All databases of the other side were built before anybody published the vulnerability. */
function isNewerThanDatabase(finding: MergedFinding, { newestDatabase }: FamilySide): boolean {
  if (newestDatabase === undefined) return false;
  const published = finding.observations.flatMap(({ finding: seen }) =>
    seen.published === undefined ? [] : Date.parse(seen.published),
  );
  return published.length > 0 && Math.min(...published) > newestDatabase;
}

function usesOtherFeed(finding: MergedFinding, { feeds }: FamilySide): boolean {
  if (feeds.size === 0) return false;
  let isNamed = false;
  for (const { finding: seen } of finding.observations) {
    if (seen.feed === undefined) continue;
    if (feeds.has(feedName(seen.feed))) return false;
    isNamed = true;
  }
  return isNamed;
}

const TAKEN_BACK = ["** reject", "rejected reason", "** disputed", "withdrawn"];

/** Words that registries put in front of records that they took back or that somebody disputes. */
function isWithdrawn(finding: MergedFinding): boolean {
  return finding.observations.some(({ finding: { title } }) => {
    const start = title?.slice(0, 80).toLowerCase();
    return start !== undefined && TAKEN_BACK.some((word) => start.includes(word));
  });
}
