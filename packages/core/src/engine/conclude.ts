import { applyBaseline } from "../baseline/baseline.ts";
import type { Assessment, Finding, NotChecked, WaivedFinding } from "../finding/finding.ts";
import type { FileFacts } from "../graph/file-facts.ts";
import type { ResourceRecord } from "../inventory/inventory.ts";
import { hearPending } from "../ignore/hear-pending.ts";
import type { InlineIgnore } from "../ignore/collect-ignores.ts";
import { weighChecks } from "../peer/weigh-checks.ts";
import { hearPendingPragmas, withoutExpired } from "../pragma/hear-pragmas.ts";
import type { Pragma } from "../pragma/pragma.ts";
import { makeInventory } from "../inventory/make-inventory.ts";
import { resolveSettings } from "../config/resolve-settings.ts";
import { applyWaivers } from "../waiver/apply-waivers.ts";
import type { Waiver } from "../waiver/waiver.ts";
import type { FileResult } from "./check-file.ts";
import { coverageOf } from "./coverage.ts";
import { onceForAll } from "./once-for-all.ts";
import type { Engine } from "./engine.ts";
import { findingStands, judgeWorkspace } from "./judge-workspace.ts";

export interface ConcludeOptions {
  /** ISO date, `2026-11-24`; the day that waivers are judged by. */
  readonly today: string;
  readonly waivers?: readonly Waiver[];
  /** Findings about the waiver files themselves. */
  readonly waiverFindings?: readonly Finding[];
  /** Text of a baseline file. */
  readonly baseline?: { readonly file: string; readonly text: string };
  /** What the host could not read or render. */
  readonly notChecked?: readonly NotChecked[];
  /** True where only a part of the workspace was checked: then no waiver is unused and no entry of the baseline stale. */
  readonly partial?: boolean;
}

/** Joins the results of all files: rules over the workspace, waivers, baseline, coverage and counts. */
export function conclude(
  engine: Engine,
  results: Iterable<FileResult>,
  options: ConcludeOptions,
): Assessment {
  const joined = join(results);
  const partial = options.partial ?? false;
  const inventory = makeInventory(joined.records, joined.facts);
  const excused = withoutExpired(joined.suppressed, options.today);
  const settled = [...joined.findings, ...excused.active].filter((finding) =>
    findingStands(engine, finding, inventory),
  );
  const workspace = judgeWorkspace(engine, inventory, options.today);
  const heard = hearWaiting(engine, workspace.findings, { ...joined, today: options.today, partial });
  const notChecked = [
    ...onceForAll(joined.notChecked),
    ...workspace.notChecked,
    ...unheardNote(joined),
    ...(options.notChecked ?? []),
  ];
  const all = [...settled, ...heard.findings];
  const waivers = applyWaivers(all, options.waivers ?? [], {
    today: options.today,
    profile: engine.ruleSet.profiles[engine.configuration.profile],
    ruleSet: engine.ruleSet,
    configuration: engine.configuration,
    partial,
  });
  const baseline =
    options.baseline === undefined ? undefined : applyBaseline(waivers.active, options.baseline, { partial });
  const findings = sortFindings([
    ...(baseline?.active ?? waivers.active),
    ...waivers.reports,
    ...(options.waiverFindings ?? []),
  ]);
  const waived = [...excused.suppressed, ...heard.suppressed, ...waivers.waived, ...(baseline?.waived ?? [])];
  return {
    findings,
    waived,
    notChecked: [...notChecked, ...(baseline?.notes ?? [])],
    coverage: coverageOf(engine, findings, waived),
    summary: summarise(engine, { ...joined, findings, waived, notChecked: notChecked.length }),
  };
}

/** Comments and pragmas of files, by path, that waited for the rules over the workspace. */
export interface Waiting {
  readonly pendingIgnores: ReadonlyMap<string, readonly InlineIgnore[]>;
  readonly pendingPragmas: ReadonlyMap<string, readonly Pragma[]>;
  /** ISO date. */
  readonly today: string;
  /** True where only a part of the workspace was checked: then no comment is unused. */
  readonly partial: boolean;
}

/** Excuses findings of rules over the workspace by the comments and pragmas that waited for them. */
export function hearWaiting(
  engine: Engine,
  findings: readonly Finding[],
  { pendingIgnores, pendingPragmas, today, partial }: Waiting,
): ReturnType<typeof hearPending> {
  const weighed = weighChecks(findings, engine.configuration);
  const heard = hearPending(weighed, pendingIgnores, { ...engine, partial });
  const pragmas = hearPendingPragmas(heard.findings, pendingPragmas);
  const inTime = withoutExpired(pragmas.suppressed, today);
  return {
    findings: [...pragmas.active, ...inTime.active],
    suppressed: [...heard.suppressed, ...inTime.suppressed],
  };
}

function unheardNote({ unheardIgnores }: Joined): readonly NotChecked[] {
  if (unheardIgnores === 0) return [];
  const many = unheardIgnores === 1 ? "1 ignore comment was" : `${unheardIgnores} ignore comments were`;
  return [
    {
      code: "ignore/not-heard",
      reason: `${many} not heard: the profile or the auditor does not let comments excuse findings.`,
    },
  ];
}

interface Joined {
  readonly findings: Finding[];
  readonly suppressed: WaivedFinding[];
  readonly notChecked: NotChecked[];
  readonly records: ResourceRecord[];
  readonly facts: FileFacts[];
  readonly pendingIgnores: Map<string, readonly InlineIgnore[]>;
  readonly pendingPragmas: Map<string, readonly Pragma[]>;
  unheardIgnores: number;
  files: number;
  checkedFiles: number;
  resources: number;
}

function join(results: Iterable<FileResult>): Joined {
  const joined: Joined = {
    findings: [],
    suppressed: [],
    notChecked: [],
    records: [],
    facts: [],
    pendingIgnores: new Map(),
    pendingPragmas: new Map(),
    unheardIgnores: 0,
    files: 0,
    checkedFiles: 0,
    resources: 0,
  };
  for (const result of results) {
    for (const finding of result.findings) joined.findings.push(finding);
    if (result.pendingIgnores !== undefined) joined.pendingIgnores.set(result.path, result.pendingIgnores);
    if (result.pendingPragmas !== undefined) joined.pendingPragmas.set(result.path, result.pendingPragmas);
    joined.unheardIgnores += result.unheardIgnores ?? 0;
    for (const finding of result.suppressed) joined.suppressed.push(finding);
    for (const entry of result.notChecked) joined.notChecked.push(entry);
    for (const record of result.records) joined.records.push(record);
    if (result.facts !== undefined) joined.facts.push(result.facts);
    joined.files += 1;
    joined.checkedFiles += result.checked ? 1 : 0;
    joined.resources += result.resources;
  }
  return joined;
}

/** By file, then by place, then by rule: the order in which a person reads. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.range.start.offset - b.range.start.offset ||
      a.range.end.offset - b.range.end.offset ||
      compare(a.ruleId, b.ruleId),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

interface Counted {
  readonly files: number;
  readonly checkedFiles: number;
  readonly resources: number;
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedFinding[];
  readonly notChecked: number;
}

function summarise(engine: Engine, counted: Counted): Assessment["summary"] {
  const { findings } = counted;
  const count = (severity: Finding["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const settings = resolveSettings(engine.configuration, engine.ruleSet, "");
  const safe = findings.filter(({ fixes }) => fixes.some(({ safety }) => safety === "safe")).length;
  return {
    files: counted.files,
    checkedFiles: counted.checkedFiles,
    resources: counted.resources,
    rules: [...settings.values()].filter(({ severity }) => severity !== "off").length,
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    waived: counted.waived.length,
    notChecked: counted.notChecked,
    fixable: { safe, review: findings.filter(({ fixes }) => fixes.length > 0).length - safe },
    profile: engine.configuration.profile,
    kubernetesVersion: `1.${engine.configuration.kubernetesMinor}`,
  };
}
