import { applyWaivers, type Finding, resolveSettings } from "@plimsoll/core";
import type { Status } from "../protocol.ts";
import type { Folder } from "../workspace-index/folder.ts";

/** What all files of a folder come to. */
export interface FolderSummary {
  readonly findings: Status["findings"];
  readonly waived: number;
  /** Findings about the folder's waivers: expired, unused and so on. */
  readonly reports: readonly Finding[];
}

/** Counts a folder's findings, and judges its waivers by all of them. */
export async function summarise(
  folder: Folder,
  today: string,
  pause: () => Promise<void>,
): Promise<FolderSummary> {
  const counts = { error: 0, warning: 0, info: 0 };
  let waived = 0;
  const all: Finding[] = [];
  const waivers = folder.configuration?.waivers ?? [];
  for (const path of folder.crossFile?.paths() ?? []) {
    const assessment = folder.assess(path);
    await pause();
    if (assessment === undefined) continue;
    for (const finding of [...assessment.own, ...assessment.cross]) counts[finding.severity] += 1;
    waived += assessment.waived.length;
    if (waivers.length === 0) continue;
    all.push(...assessment.own, ...assessment.cross);
    for (const { by, finding } of assessment.waived) if (by === "waiver") all.push(finding);
  }
  const reports = reportsOf(folder, all, today);
  for (const { severity } of reports) counts[severity] += 1;
  return { findings: counts, waived, reports };
}

function reportsOf(folder: Folder, findings: readonly Finding[], today: string): readonly Finding[] {
  const { engine, configuration } = folder;
  if (engine === undefined || configuration === undefined || configuration.waivers.length === 0) return [];
  return applyWaivers(findings, configuration.waivers, {
    today,
    profile: engine.ruleSet.profiles[engine.configuration.profile],
    ruleSet: engine.ruleSet,
    configuration: engine.configuration,
    partial: !folder.index.isComplete,
  }).reports;
}

/** Rules that are on in a folder. */
export function rulesOn(folder: Folder): number {
  const { engine } = folder;
  if (engine === undefined) return 0;
  const settings = resolveSettings(engine.configuration, engine.ruleSet, "");
  return [...settings.values()].filter(({ severity }) => severity !== "off").length;
}
