import type { MergedFinding } from "../merge/merged-scan.ts";
import type { FindingStatus, Fix, FixState } from "../report/scan-report.ts";
import { compareVersions } from "../version/compare-versions.ts";
import { canonicalVersion } from "../identity/package-identity.ts";
import { severitiesDiffer } from "./effective-severity.ts";

/** What scanners that agree on a finding say differently. */
export type Difference = "severity" | "fix" | "status";

/** In which points the families that saw a finding differ. Empty where one family alone saw it. */
export function differencesOf(finding: MergedFinding): readonly Difference[] {
  if (finding.families.length < 2) return [];
  const differences: Difference[] = [];
  if (severitiesDiffer(finding)) differences.push("severity");
  if (fixesDiffer(finding)) differences.push("fix");
  if (statusesDiffer(finding)) differences.push("status");
  return differences;
}

/** One has a fix and another has none, or the lowest fixes are different releases. */
function fixesDiffer(finding: MergedFinding): boolean {
  const fixes = finding.observations
    .map(({ finding: seen }) => seen.fix)
    .filter(({ state }) => state !== "unknown");
  const [first, ...others] = fixes;
  if (first === undefined) return false;
  return others.some((other) => other !== first && fixDiffers(finding.package.type, first, other));
}

function fixDiffers(type: string, a: Fix, b: Fix): boolean {
  if ((a.state === "fixed") !== (b.state === "fixed")) return true;
  if (a.state !== "fixed") return false;
  const [one, two] = [lowestFix(type, a.versions), lowestFix(type, b.versions)];
  return one !== undefined && two !== undefined && compareVersions(type, one, two) !== 0;
}

/** The oldest of some releases that hold the fix. */
export function lowestFix(type: string, versions: readonly string[]): string | undefined {
  let lowest: string | undefined;
  for (const raw of versions) {
    const version = canonicalVersion(type, raw);
    if (lowest === undefined || compareVersions(type, version, lowest) < 0) lowest = version;
  }
  return lowest;
}

/** Whether the installed release is at least as new as a fix that its own scanner names. */
export function isPastFix(finding: MergedFinding): boolean {
  const { type, versionKey } = finding.package;
  if (versionKey === "") return false;
  return finding.observations.some(({ finding: seen }) => {
    const lowest = lowestFix(type, seen.fix.versions);
    return lowest !== undefined && compareVersions(type, versionKey, lowest) >= 0;
  });
}

/** "Not affected" beside "affected", or a vendor that will not fix beside one that will. */
function statusesDiffer(finding: MergedFinding): boolean {
  const classes = new Set<string>();
  for (const { finding: seen } of finding.observations) {
    const one = CLASSES[seen.status];
    if (one !== "") classes.add(one);
  }
  return classes.size > 1;
}

/** `fixed` only tells that there is a fixed release, so it says the same as `affected`. */
const CLASSES: Readonly<Record<FindingStatus, string>> = {
  affected: "affected",
  fixed: "affected",
  "under-investigation": "",
  "will-not-fix": "unfixed",
  "fix-deferred": "unfixed",
  "end-of-life": "unfixed",
  "not-affected": "not-affected",
  unknown: "",
};

/** The best news on a fix that any scanner has. */
export function fixStateOf(finding: MergedFinding): FixState {
  const states = new Set(finding.observations.map(({ finding: seen }) => seen.fix.state));
  return FIX_ORDER.find((state) => states.has(state)) ?? "unknown";
}

const FIX_ORDER: readonly FixState[] = ["fixed", "deferred", "wont-fix", "not-fixed", "unknown"];
