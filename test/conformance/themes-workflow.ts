import type { Finding } from "@plimsoll/core";

/** Rules (without `workflow/`) that together mean what a theme of the labelled workflows means. */
export const workflowThemes: Readonly<Record<string, readonly string[]>> = {
  "ci/action": ["actions-current", "calls-match"],
  "ci/credentials": ["no-secrets-in-workflow"],
  "ci/env-var": ["variable-names-valid"],
  "ci/events": ["events-valid"],
  "ci/expression": ["expressions-valid", "no-untrusted-input-in-scripts"],
  "ci/id": ["ids-valid"],
  "ci/if-cond": ["conditions-vary"],
  "ci/insecure-commands": ["no-insecure-commands"],
  "ci/job-needs": ["needs-resolve"],
  "ci/matrix": ["matrix-consistent"],
  "ci/permissions": ["permissions-valid"],
  "ci/runner-label": ["runner-labels-known"],
  "ci/syntax-check": ["structure-valid"],
  "ci/workflow-call": ["calls-match"],
};

/** Themes of checks that another program makes on the scripts in a workflow, which no rule of ours speaks about. */
export const FOREIGN_THEMES: ReadonlySet<string> = new Set(["ci/shellcheck", "ci/pyflakes"]);

/** Whether any rule speaks about a theme on workflows. */
export function isWorkflowTheme(theme: string): boolean {
  return theme === "ci/valid" || Object.hasOwn(workflowThemes, theme);
}

/** Whether a finding is about a theme. A file that is valid has no finding that stands for a check of actionlint. */
export function isAboutWorkflowTheme(theme: string, { ruleId, aliases }: Finding): boolean {
  if (theme === "ci/valid") return aliases.some((alias) => alias.startsWith("actionlint:"));
  // A text that is no YAML is a matter of form to actionlint.
  if (theme === "ci/syntax-check" && ruleId === "syntax/yaml-parses") return true;
  return (workflowThemes[theme] ?? []).some((name) => ruleId === `workflow/${name}`);
}
