import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { contextPath, walkExpression } from "@plimsoll/syntax";
import { expressionsOf } from "../../shared-workflow/expressions.ts";
import { jobsOf } from "../../shared-workflow/places.ts";

export const rule: WorkflowRule<string> = defineRule<string>({
  id: "workflow/secrets-not-inherited",
  title: "Secrets are handed over one by one",
  severity: "warning",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI013"],
  aliases: ["zizmor:secrets-inherit", "zizmor:overprovisioned-secrets"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const { secrets, uses } of jobsOf(file)) {
      if (secrets?.inherit !== true) continue;
      const at = { start: secrets.start, end: secrets.end };
      yield { problem: "inherited", at, aliases: ["zizmor:secrets-inherit"], data: uses?.text ?? "" };
    }
    for (const { expression } of expressionsOf(file)) {
      if (expression.root === undefined) continue;
      let all = false;
      walkExpression(expression.root, (node) => {
        const argument = node.kind === "call" ? node.arguments : [];
        const isWhole = argument.some(
          (one) => one.kind === "context" && one.name.toLowerCase() === "secrets",
        );
        const isChosen = node.kind === "index" && contextPath(node)?.join(".") === "secrets.*";
        if (isWhole || isChosen) all = true;
      });
      const at = { start: expression.start, end: expression.end };
      if (all)
        yield {
          problem: "allOfThem",
          at,
          aliases: ["zizmor:overprovisioned-secrets"],
          data: expression.text,
        };
    }
  },
  message: ({ problem, data }) =>
    problem === "inherited"
      ? `Every secret of this repository goes to ${data}.`
      : `"${data}" gives the job every secret, since GitHub cannot tell which one it needs.`,
});
