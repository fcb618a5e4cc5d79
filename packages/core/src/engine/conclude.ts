import { applyBaseline } from "../baseline/baseline.ts";
import type { Assessment, Finding, NotChecked, WaivedFinding } from "../finding/finding.ts";
import type { Inventory, ResourceRecord } from "../inventory/inventory.ts";
import { hearPending } from "../ignore/hear-pending.ts";
import type { InlineIgnore } from "../ignore/collect-ignores.ts";
import { weighChecks } from "../peer/weigh-checks.ts";
import { hearPendingPragmas, withoutExpired } from "../pragma/hear-pragmas.ts";
import type { Pragma } from "../pragma/pragma.ts";
import { makeInventory } from "../inventory/make-inventory.ts";
import { isWorkspaceRule } from "../rule/define-rule.ts";
import type { Settle, WorkspaceProblem, WorkspaceRule } from "../rule/rule.ts";
import { resolveSettings } from "../config/resolve-settings.ts";
import { applyWaivers } from "../waiver/apply-waivers.ts";
import type { Waiver } from "../waiver/waiver.ts";
import type { FileResult } from "./check-file.ts";
import { coverageOf } from "./coverage.ts";
import { onceForAll } from "./once-for-all.ts";
import { referencesOf, type Engine } from "./engine.ts";
import { Fingerprints } from "./fingerprint.ts";

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
  const inventory = makeInventory(joined.records);
  const excused = withoutExpired(joined.suppressed, options.today);
  const settled = [...joined.findings, ...excused.active].filter((finding) =>
    stands(engine, finding, inventory),
  );
  const workspace = judgeWorkspace(engine, inventory);
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

interface Waiting extends Pick<Joined, "pendingIgnores" | "pendingPragmas"> {
  readonly today: string;
  readonly partial: boolean;
}

/** Comments and pragmas that waited for the rules over the workspace. */
function hearWaiting(
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
    joined.files += 1;
    joined.checkedFiles += result.checked ? 1 : 0;
    joined.resources += result.resources;
  }
  return joined;
}

/** Whether a finding still stands now that all files are known. */
function stands(engine: Engine, finding: Finding, inventory: Inventory): boolean {
  const settle = settleOf(engine, finding.ruleId);
  if (settle === undefined) return true;
  const { problem, resource } = finding;
  return settle(resource === undefined ? { problem } : { problem, resource }, inventory);
}

function settleOf(engine: Engine, ruleId: string): Settle | undefined {
  const rule = engine.ruleSet.rules.get(ruleId);
  return rule !== undefined && "settle" in rule ? rule.settle : undefined;
}

function judgeWorkspace(
  engine: Engine,
  inventory: Inventory,
): { findings: Finding[]; notChecked: NotChecked[] } {
  const findings: Finding[] = [];
  const notChecked: NotChecked[] = [];
  // A problem of the workspace stands on one of its objects, so without objects there is none.
  if (inventory.resources.length === 0) return { findings, notChecked };
  for (const rule of engine.ruleSet.rules.values()) {
    if (!isWorkspaceRule(rule)) continue;
    try {
      findings.push(...judgeRule(engine, rule, inventory));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      notChecked.push({
        code: "rule/crashed",
        subject: rule.id,
        reason: `Rule ${rule.id} failed: ${reason}`,
      });
    }
  }
  return { findings, notChecked };
}

function judgeRule(engine: Engine, rule: WorkspaceRule, inventory: Inventory): Finding[] {
  const { configuration, ruleSet } = engine;
  const fingerprints = new Fingerprints();
  const common = {
    kubernetesMinor: configuration.kubernetesMinor,
    images: configuration.images,
    profile: configuration.profile,
    buildArguments: configuration.buildArguments,
  };
  const workspaceSetting = resolveSettings(configuration, ruleSet, "").get(rule.id);
  if (workspaceSetting === undefined || workspaceSetting.severity === "off") return [];
  const findings: Finding[] = [];
  for (const problem of rule.judge(inventory, { ...common, options: workspaceSetting.options })) {
    const record = inventory.resources[problem.resource];
    const setting =
      record === undefined ? undefined : resolveSettings(configuration, ruleSet, record.file).get(rule.id);
    if (record === undefined || setting === undefined || setting.severity === "off") continue;
    const isRulesOwn = setting.severity === rule.severity;
    const severity = isRulesOwn ? (problem.severity ?? setting.severity) : setting.severity;
    findings.push({
      ...workspaceFinding(rule, problem, { record, fingerprints }),
      severity,
      ...referencesOf(ruleSet, rule),
    });
  }
  return findings;
}

interface WorkspacePlace {
  readonly record: ResourceRecord;
  readonly fingerprints: Fingerprints;
}

type Unreferenced = Omit<Finding, "severity" | "requirements" | "controls">;

function workspaceFinding(
  rule: WorkspaceRule,
  problem: WorkspaceProblem,
  { record, fingerprints }: WorkspacePlace,
): Unreferenced {
  const { apiVersion, kind, name, namespace, file, range } = record;
  return {
    ruleId: rule.id,
    problem: problem.problem,
    confidence: problem.confidence ?? rule.confidence,
    message: problem.message,
    file,
    range: problem.at ?? range,
    resource: { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) },
    aliases: problem.aliases ?? rule.aliases,
    fixes: problem.fixes ?? [],
    related: problem.related ?? [],
    fingerprint: fingerprints.next({
      ruleId: rule.id,
      problem: problem.problem,
      file,
      resource: `${kind}/${namespace ?? ""}/${name}`,
      subject: problem.subject ?? "",
    }),
  };
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
