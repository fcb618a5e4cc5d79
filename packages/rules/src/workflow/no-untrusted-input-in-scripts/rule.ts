import { defineRule, type Severity, type WorkflowRule } from "@plimsoll/core";
import { codeExpressions, type CodeExpression } from "../../shared-workflow-trust/code-expressions.ts";
import { taintOf, type Tainted } from "../../shared-workflow-trust/expression-trust.ts";
import { variableFix } from "../../shared-workflow-trust/variable-fix.ts";

interface Data {
  readonly expression: CodeExpression;
  readonly name: string;
}

const ALIASES = [
  "zizmor:template-injection",
  "actionlint:expression",
  "checkov:CKV_GHA_2",
  "kics:script_block_injection",
  "kics:run_block_injection",
];

/** The others ask for texts of outsiders only. */
const BEYOND = ["zizmor:template-injection"];

const SEVERITY: Readonly<Record<Tainted["trust"], Severity>> = {
  outsider: "error",
  starter: "warning",
  computed: "info",
};

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/no-untrusted-input-in-scripts",
  title: "No text of others becomes part of a script",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ALIASES,
  narrows: true,
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const expression of codeExpressions(file)) {
      const { root } = expression.expression;
      const taint = root === undefined ? undefined : taintOf(root, { file, step: expression.step });
      if (taint === undefined) continue;
      const { start, end } = expression.expression;
      yield {
        problem: taint.trust,
        at: { start, end },
        severity: SEVERITY[taint.trust],
        confidence: taint.trust === "outsider" ? "high" : "low",
        aliases: taint.trust === "outsider" ? ALIASES : BEYOND,
        data: { expression, name: taint.name },
      };
    }
  },
  message: ({ problem, data: { name } }) => {
    if (problem === "outsider") return `Anyone can write "${name}", and here it becomes part of the script.`;
    if (problem === "starter")
      return `Whoever starts the workflow chooses "${name}", and here it becomes part of the script.`;
    return `"${name}" is computed elsewhere, and here it becomes part of the script.`;
  },
  fix: ({ data: { expression } }, file) => variableFix(file, expression),
});
