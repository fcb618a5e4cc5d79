import type { ActionFile, PlacedDocument, Workflow } from "@plimsoll/syntax";
import type { Problem, ProposedFix, RuleContext, RuleMeta } from "./rule.ts";

/** A file of GitHub Actions: a workflow, or the `action.yml` of an action. Spans of problems count in its document. */
export type WorkflowFile =
  | { readonly kind: "workflow"; readonly document: PlacedDocument; readonly workflow: Workflow }
  | { readonly kind: "action"; readonly document: PlacedDocument; readonly action: ActionFile };

/** A rule on workflows and actions, as code. */
export interface WorkflowRule<Data = undefined> extends RuleMeta {
  readonly surface: "workflow";
  checkWorkflow(file: WorkflowFile, context: RuleContext): Iterable<Problem<Data>>;
  message(problem: Problem<Data>, context: RuleContext): string;
  fix?(problem: Problem<Data>, file: WorkflowFile, context: RuleContext): readonly ProposedFix[];
}
