import type {
  CelRule,
  DockerfileRule,
  DocumentRule,
  ResourceRule,
  Rule,
  RuleForm,
  UnloadedRule,
} from "./rule.ts";
import type { WorkflowRule } from "./workflow-rule.ts";
import type { WorkspaceRule } from "./workspace-rule.ts";

/**
 * States a rule. At run time it returns its argument: it exists so that `check`, `message` and `fix` of one rule agree on
 * the type of their data, and so that every rule is found by one name.
 */
export function defineRule<Data>(rule: DockerfileRule<Data>): DockerfileRule<Data>;
export function defineRule(rule: CelRule): CelRule;
export function defineRule<Data>(rule: ResourceRule<Data>): ResourceRule<Data>;
export function defineRule<Data>(rule: DocumentRule<Data>): DocumentRule<Data>;
export function defineRule<Data>(rule: WorkflowRule<Data>): WorkflowRule<Data>;
export function defineRule(rule: WorkspaceRule): WorkspaceRule;
export function defineRule(rule: Rule): Rule {
  return rule;
}

export function isCelRule(rule: Rule): rule is CelRule {
  return "require" in rule;
}

export function isDockerfileRule(rule: Rule): rule is DockerfileRule<unknown> {
  return rule.surface === "dockerfile" && "check" in rule;
}

export function isResourceRule(rule: Rule): rule is ResourceRule<unknown> {
  return rule.surface !== "dockerfile" && "check" in rule;
}

export function isDocumentRule(rule: Rule): rule is DocumentRule<unknown> {
  return "checkDocument" in rule;
}

export function isWorkflowRule(rule: Rule): rule is WorkflowRule<unknown> {
  return "checkWorkflow" in rule;
}

export function isWorkspaceRule(rule: Rule): rule is WorkspaceRule {
  return "judge" in rule;
}

export function isUnloadedRule(rule: Rule): rule is UnloadedRule {
  return "unloaded" in rule;
}

/** The form of a rule, loaded or not. */
export function formOf(rule: Rule): RuleForm {
  if (isUnloadedRule(rule)) return rule.unloaded;
  if (isWorkspaceRule(rule)) return "workspace";
  if (isCelRule(rule)) return "cel";
  if (isDocumentRule(rule)) return "document";
  if (isWorkflowRule(rule)) return "workflow";
  return isDockerfileRule(rule) ? "dockerfile" : "resource";
}
