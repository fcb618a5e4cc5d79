import type { Range } from "@plimsoll/syntax";
import type { DeclaredInventory } from "../config/declared-inventory.ts";
import { resolveSettings, type ResolvedSetting } from "../config/resolve-settings.ts";
import type { Finding, NotChecked } from "../finding/finding.ts";
import type { Inventory, ResourceRecord } from "../inventory/inventory.ts";
import { isWorkspaceRule } from "../rule/define-rule.ts";
import type { Settle } from "../rule/rule.ts";
import type { WorkspaceProblem, WorkspaceRule } from "../rule/workspace-rule.ts";
import { identityOf } from "./check-document.ts";
import { referencesOf, type Engine } from "./engine.ts";
import { Fingerprints } from "./fingerprint.ts";

const NOTHING_DECLARED: DeclaredInventory = { tools: [], attestations: [] };

/** What rules over the workspace come to. */
export interface WorkspaceJudgement {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

/** Whether a rule's findings of one file wait for the other files: see {@link findingStands}. */
export function waitsForOtherFiles(engine: Engine, ruleId: string): boolean {
  return settleOf(engine, ruleId) !== undefined;
}

/** Whether a finding still stands now that all files are known. */
export function findingStands(engine: Engine, finding: Finding, inventory: Inventory): boolean {
  const settle = settleOf(engine, finding.ruleId);
  if (settle === undefined) return true;
  const { problem, resource } = finding;
  return settle(resource === undefined ? { problem } : { problem, resource }, inventory);
}

function settleOf(engine: Engine, ruleId: string): Settle | undefined {
  const rule = engine.ruleSet.rules.get(ruleId);
  return rule !== undefined && "settle" in rule ? rule.settle : undefined;
}

/** The rules over the workspace, in the order of the set. */
export function workspaceRules(engine: Engine): readonly WorkspaceRule[] {
  return [...engine.ruleSet.rules.values()].filter(isWorkspaceRule);
}

/** What all rules over the workspace find. `today` is an ISO date. */
export function judgeWorkspace(engine: Engine, inventory: Inventory, today?: string): WorkspaceJudgement {
  const findings: Finding[] = [];
  const notChecked: NotChecked[] = [];
  for (const rule of workspaceRules(engine)) {
    const judged = judgeWorkspaceRule(engine, rule, inventory, today);
    for (const finding of judged.findings) findings.push(finding);
    notChecked.push(...judged.notChecked);
  }
  return { findings, notChecked };
}

/** What one rule over the workspace finds, for hosts that judge rule by rule. A crash of the rule is a result. */
export function judgeWorkspaceRule(
  engine: Engine,
  rule: WorkspaceRule,
  inventory: Inventory,
  today?: string,
): WorkspaceJudgement {
  // A problem of the workspace stands on an object or in a file that tells something, so without any there is none.
  if (inventory.resources.length === 0 && inventory.files.length === 0)
    return { findings: [], notChecked: [] };
  try {
    return { findings: judgeRule(engine, rule, inventory, today), notChecked: [] };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const reason = `Rule ${rule.id} failed: ${cause}`;
    return { findings: [], notChecked: [{ code: "rule/crashed", subject: rule.id, reason }] };
  }
}

function judgeRule(
  engine: Engine,
  rule: WorkspaceRule,
  inventory: Inventory,
  today: string | undefined,
): Finding[] {
  const { configuration, ruleSet } = engine;
  const fingerprints = new Fingerprints();
  const common = {
    kubernetesMinor: configuration.kubernetesMinor,
    images: configuration.images,
    profile: configuration.profile,
    buildArguments: configuration.buildArguments,
    ...(today === undefined ? {} : { today }),
    declared: configuration.inventory ?? NOTHING_DECLARED,
  };
  const workspaceSetting = resolveSettings(configuration, ruleSet, "").get(rule.id);
  if (workspaceSetting === undefined || workspaceSetting.severity === "off") return [];
  // Without overrides every file has the settings of the workspace.
  const settingAt = (file: string): ResolvedSetting | undefined =>
    configuration.overrides.length === 0
      ? workspaceSetting
      : resolveSettings(configuration, ruleSet, file).get(rule.id);
  const findings: Finding[] = [];
  for (const problem of rule.judge(inventory, { ...common, options: workspaceSetting.options })) {
    const place = placeOf(problem, inventory);
    const setting = place === undefined ? undefined : settingAt(place.file);
    if (place === undefined || setting === undefined || setting.severity === "off") continue;
    const isRulesOwn = setting.severity === rule.severity;
    const severity = isRulesOwn ? (problem.severity ?? setting.severity) : setting.severity;
    findings.push({
      ...workspaceFinding(rule, problem, { ...place, fingerprints }),
      severity,
      ...referencesOf(ruleSet, rule),
    });
  }
  return findings;
}

interface WorkspacePlace {
  readonly file: string;
  readonly range: Range;
  readonly record?: ResourceRecord;
  readonly fingerprints: Fingerprints;
}

/** Where a problem stands; undefined where it names an object that there is not. */
function placeOf(
  problem: WorkspaceProblem,
  { resources }: Inventory,
): Omit<WorkspacePlace, "fingerprints"> | undefined {
  if ("file" in problem) return { file: problem.file, range: problem.at };
  const record = resources[problem.resource];
  return record === undefined ? undefined : { file: record.file, range: problem.at ?? record.range, record };
}

type Unreferenced = Omit<Finding, "severity" | "requirements" | "controls">;

function workspaceFinding(
  rule: WorkspaceRule,
  problem: WorkspaceProblem,
  { record, file, range, fingerprints }: WorkspacePlace,
): Unreferenced {
  return {
    ruleId: rule.id,
    problem: problem.problem,
    confidence: problem.confidence ?? rule.confidence,
    message: problem.message,
    file,
    range,
    ...(record === undefined ? {} : { resource: identityOf(record) }),
    aliases: problem.aliases ?? rule.aliases,
    fixes: problem.fixes ?? [],
    related: problem.related ?? [],
    fingerprint: fingerprints.next({
      ruleId: rule.id,
      problem: problem.problem,
      file,
      resource: record === undefined ? "" : `${record.kind}/${record.namespace ?? ""}/${record.name}`,
      subject: problem.subject ?? "",
    }),
  };
}
