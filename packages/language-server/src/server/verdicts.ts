import type { FileResult, Finding, NotChecked, WaivedFinding } from "@plimsoll/core";
import { judgeRequirements, type RequirementPosture } from "@plimsoll/core/posture";
import type { Verdict } from "../protocol.ts";
import type { Folder } from "../workspace-index/folder.ts";

/** A row's verdict and why. */
export interface RowVerdict {
  readonly verdict: Verdict;
  readonly reason?: string;
}

/** Reasons of one row that are told. */
const TOLD = 3;

/** What matters most to a reader of several folders comes first. */
const ORDER: readonly Verdict[] = ["not-met", "not-checked", "needs-attestation", "met"];

/** The verdicts of all folders by requirement: of several folders the worst counts. Empty while files are being read. */
export function verdictsOf(folders: readonly Folder[], today: string): ReadonlyMap<string, RowVerdict> {
  const verdicts = new Map<string, RowVerdict>();
  const indexed = folders.filter(({ isIndexed }) => isIndexed);
  if (indexed.some(({ index }) => !index.isComplete)) return verdicts;
  for (const row of indexed.flatMap((folder) => rowsOf(folder, today))) {
    const known = verdicts.get(row.requirement);
    if (known === undefined || ORDER.indexOf(row.verdict) < ORDER.indexOf(known.verdict))
      verdicts.set(row.requirement, told(row));
  }
  return verdicts;
}

function told({ verdict, reasons }: RequirementPosture): RowVerdict {
  if (reasons.length === 0) return { verdict };
  const more = reasons.length > TOLD ? [`… ${reasons.length - TOLD}`] : [];
  return { verdict, reason: [...reasons.slice(0, TOLD).map(({ message }) => message), ...more].join("\n") };
}

function rowsOf(folder: Folder, today: string): readonly RequirementPosture[] {
  const { engine, crossFile } = folder;
  if (engine === undefined || crossFile === undefined) return [];
  const results: FileResult[] = [];
  const findings: Finding[] = [];
  const waived: WaivedFinding[] = [];
  const notChecked: NotChecked[] = [...folder.notChecked];
  for (const path of crossFile.paths()) {
    const result = folder.resultOf(path);
    const assessment = folder.assess(path);
    if (result === undefined || assessment === undefined) continue;
    results.push(result);
    for (const finding of assessment.own) findings.push(finding);
    for (const finding of assessment.cross) findings.push(finding);
    for (const one of assessment.waived) waived.push(one);
    for (const entry of assessment.notChecked) notChecked.push(entry);
  }
  return judgeRequirements({ engine, results, assessment: { findings, waived, notChecked }, today });
}
