import { resolveSettings, type ResolvedSetting } from "../config/resolve-settings.ts";
import type { Finding, NotChecked } from "../finding/finding.ts";
import type { Inventory, ResourceRecord } from "../inventory/inventory.ts";
import { isWorkspaceRule } from "../rule/define-rule.ts";
import type { Settle, WorkspaceProblem, WorkspaceRule } from "../rule/rule.ts";
import { referencesOf, type Engine } from "./engine.ts";
import { Fingerprints } from "./fingerprint.ts";

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

/** What all rules over the workspace find. */
export function judgeWorkspace(engine: Engine, inventory: Inventory): WorkspaceJudgement {
  const findings: Finding[] = [];
  const notChecked: NotChecked[] = [];
  for (const rule of workspaceRules(engine)) {
    const judged = judgeWorkspaceRule(engine, rule, inventory);
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
): WorkspaceJudgement {
  // A problem of the workspace stands on one of its objects, so without objects there is none.
  if (inventory.resources.length === 0) return { findings: [], notChecked: [] };
  try {
    return { findings: judgeRule(engine, rule, inventory), notChecked: [] };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const reason = `Rule ${rule.id} failed: ${cause}`;
    return { findings: [], notChecked: [{ code: "rule/crashed", subject: rule.id, reason }] };
  }
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
  // Without overrides every file has the settings of the workspace.
  const settingAt = (file: string): ResolvedSetting | undefined =>
    configuration.overrides.length === 0
      ? workspaceSetting
      : resolveSettings(configuration, ruleSet, file).get(rule.id);
  const findings: Finding[] = [];
  for (const problem of rule.judge(inventory, { ...common, options: workspaceSetting.options })) {
    const record = inventory.resources[problem.resource];
    const setting = record === undefined ? undefined : settingAt(record.file);
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
