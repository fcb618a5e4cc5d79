import { readAction, readWorkflow, type PlacedDocument } from "@plimsoll/syntax";
import type { Problem, RuleContext } from "../rule/rule.ts";
import type { WorkflowFile, WorkflowRule } from "../rule/workflow-rule.ts";
import { isFull, MAXIMUM_FINDINGS_OF_DOCUMENT, tooManyFindings } from "./limits.ts";
import { crashed, type RawFinding, type RawNotChecked } from "./raw-finding.ts";
import type { RuleIndex } from "./rule-index.ts";

/** What a workflow or action comes to, in offsets of its document. */
export interface WorkflowResult {
  readonly findings: readonly RawFinding[];
  readonly notChecked: readonly RawNotChecked[];
}

const SUBJECT_LENGTH = 500;

/** The document as what its file's name promises; undefined where it is something else, such as an `action.yml` without `runs:`. */
export function readWorkflowFile(
  document: PlacedDocument,
  kind: WorkflowFile["kind"],
): WorkflowFile | undefined {
  if (kind === "workflow") {
    const workflow = readWorkflow(document);
    return workflow === undefined ? undefined : { kind, document, workflow };
  }
  const action = readAction(document);
  return action === undefined ? undefined : { kind, document, action };
}

/** Judges a workflow or action by all rules on them. */
export function checkWorkflow(
  file: WorkflowFile,
  index: RuleIndex,
  contextOf: (ruleId: string) => RuleContext | undefined,
): WorkflowResult {
  const findings: RawFinding[] = [];
  const notChecked: RawNotChecked[] = [];
  for (const rule of index.workflow) {
    const context = contextOf(rule.id);
    if (context === undefined) continue;
    try {
      judge(rule, { file, context }, findings);
    } catch (error) {
      notChecked.push(crashed(rule, undefined, error));
    }
  }
  if (isFull({ findings })) notChecked.push(tooManyFindings("document", MAXIMUM_FINDINGS_OF_DOCUMENT));
  return { findings, notChecked };
}

function judge(
  rule: WorkflowRule<unknown>,
  { file, context }: { readonly file: WorkflowFile; readonly context: RuleContext },
  findings: RawFinding[],
): void {
  for (const problem of rule.checkWorkflow(file, context)) {
    if (isFull({ findings })) return;
    findings.push({
      rule,
      problem,
      subject: problem.subject ?? textAt(file, problem),
      message: rule.message(problem, context),
      resource: undefined,
      fixes: rule.fix?.(problem, file, context) ?? [],
    });
  }
}

function textAt(file: WorkflowFile, { at: { start, end } }: Problem<unknown>): string {
  return file.document.document.text.slice(start, Math.min(end, start + SUBJECT_LENGTH));
}
