import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { contextChains, walkExpression, type ExpressionNode } from "@plimsoll/syntax";
import { expressionsOf } from "../../shared-workflow/expressions.ts";
import { usesOf } from "../../shared-workflow/places.ts";

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/no-obfuscation",
  title: "Names and expressions are written as plainly as they can be",
  severity: "info",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ["zizmor:obfuscation"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const uses of usesOf(file)) {
      if (uses.kind !== "repository") continue;
      const steps = uses.path === "" ? [] : uses.path.split("/");
      const isPlain = steps.every((step) => step !== "" && step !== "." && step !== "..");
      if (!isPlain) yield { problem: "path", at: { start: uses.start, end: uses.end }, data: uses.text };
    }
    for (const { expression, path } of expressionsOf(file)) {
      const { root } = expression;
      // A condition that never varies is for another rule.
      if (root === undefined || path.at(-1) === "if" || !isConstant(root)) continue;
      yield {
        problem: "constant",
        at: { start: expression.start, end: expression.end },
        data: expression.text,
      };
    }
  },
  message: ({ problem, data }) =>
    problem === "path"
      ? `"${data}" takes a way round to the action that it names.`
      : `"${data}" always has the same value; write the value.`,
});

/** Functions whose value follows from their arguments, but for JSON, in which numbers and objects are written. */
const PURE: ReadonlySet<string> = new Set(["contains", "startswith", "endswith", "format", "join"]);

function isConstant(root: ExpressionNode): boolean {
  if (contextChains(root).length > 0) return false;
  let isPure = true;
  walkExpression(root, (node) => {
    if (node.kind === "call" && !PURE.has(node.name.toLowerCase())) isPure = false;
  });
  // A text alone is how braces are written that GitHub would read.
  return isPure && !(root.kind === "literal" && typeof root.value === "string" && root.value.includes("{{"));
}
