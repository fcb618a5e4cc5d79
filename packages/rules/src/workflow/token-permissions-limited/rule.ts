import { defineRule, type ProposedFix, type WorkflowFile, type WorkflowRule } from "@plimsoll/core";
import { getEntry, type Workflow } from "@plimsoll/syntax";

interface Data {
  readonly name: string;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/token-permissions-limited",
  title: "The token of a workflow can do no more than its jobs need",
  severity: "error",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI013"],
  aliases: ["zizmor:excessive-permissions", "checkov:CKV2_GHA_1"],
  since: "0.2.0",
  *checkWorkflow(file) {
    if (file.kind !== "workflow") return;
    const { workflow } = file;
    const blocks = [workflow.permissions, ...workflow.jobs.map(({ permissions }) => permissions)];
    for (const block of blocks) {
      if (block?.all !== "write") continue;
      const { start, end } = block;
      yield { problem: "writeAll", at: { start, end }, confidence: "high", data: { name: "write-all" } };
    }
    if (isOpen(workflow)) {
      const { key } = getEntry(workflow.node, "jobs") ?? { key: workflow.node };
      yield { problem: "missing", at: { start: key.start, end: key.end }, data: { name: "" } };
    }
    yield* broadScopes(workflow);
  },
  message: ({ problem, data: { name } }) => {
    if (problem === "missing")
      return "Nothing limits the token, so it can do whatever the repository's settings give it.";
    if (problem === "writeAll") return "The token may write everything.";
    return `Every job of the workflow may write ${name}; give it to the job that does.`;
  },
  fix: ({ problem }, file) => (problem === "missing" ? limit(file) : []),
});

/** Whether a job has a token that nothing in the file limits. */
function isOpen({ permissions, jobs }: Workflow): boolean {
  return permissions === undefined && jobs.some((job) => job.permissions === undefined);
}

/** Scopes to write that jobs get which do not need them: seen where there are several jobs. */
function* broadScopes({ permissions, jobs }: Workflow) {
  const sharing = jobs.filter((job) => job.permissions === undefined);
  if (permissions?.all !== "scopes" || sharing.length < 2) return;
  for (const { scope, access, entry } of permissions.scopes) {
    if (access !== "write") continue;
    const at = { start: entry.start, end: entry.end };
    yield { problem: "shared", at, severity: "warning" as const, data: { name: scope } };
  }
}

/** Before the jobs, where readers look for it. */
function limit(file: WorkflowFile): readonly ProposedFix[] {
  const node = file.kind === "workflow" ? file.workflow.node : undefined;
  const jobs = node === undefined || node.flow ? undefined : getEntry(node, "jobs");
  if (jobs === undefined) return [];
  const { text } = file.document.document;
  const isLine = jobs.start === 0 || text.charAt(jobs.start - 1) === "\n";
  if (!isLine) return [];
  const newText = "permissions:\n  contents: read\n\n";
  return [
    {
      title: "Let the token read only",
      safety: "review",
      edits: [{ start: jobs.start, end: jobs.start, newText }],
    },
  ];
}
