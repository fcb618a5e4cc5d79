import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { contextPath, walkExpression } from "@plimsoll/syntax";
import { expressionsOf } from "../../shared-workflow/expressions.ts";

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/secrets-not-split",
  title: "A secret is used as a whole, so that logs hide it",
  severity: "warning",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI013"],
  aliases: ["zizmor:unredacted-secrets"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const { expression } of expressionsOf(file)) {
      if (expression.root === undefined) continue;
      const found: string[] = [];
      walkExpression(expression.root, (node) => {
        if (node.kind !== "call" || node.name.toLowerCase() !== "fromjson") return;
        for (const argument of node.arguments) {
          const path = contextPath(argument);
          if (path?.[0] === "secrets") found.push(path.slice(1).join("."));
        }
      });
      const [name] = found;
      if (name !== undefined)
        yield { problem: "split", at: { start: expression.start, end: expression.end }, data: name };
    }
  },
  message: ({ data }) =>
    `Logs hide the secret "${data}" as a whole, and not the parts that fromJSON takes out of it.`,
});
