import { SEVERITIES } from "../report/grouping.ts";
import type { Finding, Severity, WaivedFinding } from "@plimsoll/core";

/** What GitHub code scanning accepts in one upload; a file beyond it is refused as a whole (its documentation, November 2026). */
export const MAXIMUM_RESULTS = 25_000;
export const MAXIMUM_TAGS = 20;
/** Of up to 1,000 locations of a result code scanning keeps 100. */
export const MAXIMUM_RELATED = 100;

/** A finding and, where something excuses it, what. */
export interface Judged {
  readonly finding: Finding;
  readonly waived?: WaivedFinding;
}

const RANK: ReadonlyMap<Severity, number> = new Map(SEVERITIES.map((severity, index) => [severity, index]));

/** All findings, open ones before waived ones. Where they are too many, the worst open ones stay. */
export function chooseResults(
  findings: readonly Finding[],
  waived: readonly WaivedFinding[],
): readonly Judged[] {
  const all = [
    ...findings.map((finding) => ({ finding })),
    ...waived.map((entry) => ({ finding: entry.finding, waived: entry })),
  ];
  if (all.length <= MAXIMUM_RESULTS) return all;
  return all.sort((a: Judged, b: Judged) => rankOf(a) - rankOf(b)).slice(0, MAXIMUM_RESULTS);
}

function rankOf({ finding, waived }: Judged): number {
  return (RANK.get(finding.severity) ?? 0) + (waived === undefined ? 0 : SEVERITIES.length);
}
