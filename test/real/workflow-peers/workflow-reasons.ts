/** Why ours lacks what another tool finds in a workflow. It holds for all findings of a check, unless it is bounded. */
export interface WorkflowReason {
  readonly tool: "zizmor" | "actionlint";
  readonly id: string;
  /** Only where the tool's message holds these words. */
  readonly says?: string;
  /** Only in files whose path ends with one of these. */
  readonly files?: readonly string[];
  /** Only where ours has a finding for that check at another place of the file. */
  readonly where?: "elsewhere";
  /** Seen only in public repositories, which are compared by hand. */
  readonly byHand?: boolean;
  readonly reason: string;
}

export const workflowReasons: readonly WorkflowReason[] = [
  {
    tool: "zizmor",
    id: "excessive-permissions",
    says: "default permissions used",
    where: "elsewhere",
    reason: "One finding a workflow: ours stands at `jobs:`, zizmor's again at each job without permissions.",
  },
  {
    tool: "zizmor",
    id: "template-injection",
    files: ["err-variables_type_check.yaml", "ok-variables.yaml"],
    reason:
      "Variables of the repository (`vars`) are set by those who administer it; nobody else chooses the text.",
  },
  {
    tool: "zizmor",
    id: "template-injection",
    files: ["examples-contextual_steps_outputs.yaml", "ok-issue-45.yaml", "ok-issue-67.yaml"],
    reason: "Outcomes of steps, names of accounts and the name of the runner have a form that GitHub gives.",
  },
  {
    tool: "zizmor",
    id: "template-injection",
    files: ["code-scanning-msvc.yml", "deployments-openshift.yml"],
    byHand: true,
    reason:
      "The variable is set in the same file, to a text or to a value that GitHub gives; secrets are set by those who administer.",
  },
  {
    tool: "zizmor",
    id: "use-trusted-publishing",
    byHand: true,
    reason:
      "The package is published with the token of the run, which ends with it, to the registry of GitHub.",
  },
  {
    tool: "zizmor",
    id: "cache-poisoning",
    says: "by default",
    byHand: true,
    reason:
      "actions/setup-node caches from version 5 on only where package.json asks for it, before that only where `cache` does.",
  },
  {
    tool: "actionlint",
    id: "expression",
    files: ["code-scanning-codeql.yml"],
    byHand: true,
    reason:
      "The matrix is a placeholder of the template and no map, which ours reports; what it would hold is not known.",
  },
  {
    tool: "actionlint",
    id: "action",
    files: ["err-docker_specific_inputs_with_normal_action.yaml"],
    reason:
      "actionlint brings a table of inputs of public actions; ours reads those of the same repository only.",
  },
  {
    tool: "actionlint",
    id: "syntax-check",
    files: ["err-invalid_steps.yaml"],
    where: "elsewhere",
    reason: "`steps:` has no value: ours says so once, at that key.",
  },
  {
    tool: "actionlint",
    id: "syntax-check",
    files: ["ok-container_syntax.yaml"],
    reason: "Services have an entrypoint and a command now, as the later corpus of actionlint itself says.",
  },
  {
    tool: "actionlint",
    id: "events",
    says: "UTC",
    reason: "`UTC` is a name of the IANA time zone database.",
  },
  {
    tool: "actionlint",
    id: "job-needs",
    where: "elsewhere",
    reason: "Ours stands at the name of the job that does not exist, actionlint's at the job that needs it.",
  },
  {
    tool: "actionlint",
    id: "expression",
    where: "elsewhere",
    reason: "Ours stands on the line of the expression, actionlint's on the line where the script begins.",
  },
];
