import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { contextPath, walkExpression, type ExpressionLiteral } from "@plimsoll/syntax";
import { expressionsOf } from "../../shared-workflow/expressions.ts";
import { trustOfPath } from "../../shared-workflow-trust/untrusted.ts";

interface Data {
  readonly literal: ExpressionLiteral;
  readonly name: string;
}

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/contains-on-lists",
  title: "A name is looked for in a list, not in a text",
  severity: "warning",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ["zizmor:unsound-contains"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const { expression, path } of expressionsOf(file)) {
      if (path.at(-1) !== "if" || expression.root === undefined) continue;
      const found: Data[] = [];
      walkExpression(expression.root, (node) => {
        if (node.kind !== "call" || node.name.toLowerCase() !== "contains") return;
        const [list, needle] = node.arguments;
        const steps = needle === undefined ? undefined : contextPath(needle);
        if (list?.kind !== "literal" || typeof list.value !== "string" || steps === undefined) return;
        if (trustOfPath(steps) !== "safe" || steps.join(".") === "github.actor")
          found.push({ literal: list, name: steps.join(".") });
      });
      for (const data of found) {
        const { start, end } = data.literal;
        yield { problem: "partOfText", at: { start, end }, data };
      }
    }
  },
  message: ({ data: { name } }) =>
    `Any part of this text is found in it, so "${name}" may be another name than the ones meant.`,
});
