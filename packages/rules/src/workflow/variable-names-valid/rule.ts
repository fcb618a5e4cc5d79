import { defineRule, type WorkflowRule } from "@plimsoll/core";
import type { WorkflowVariable } from "@plimsoll/syntax";
import { allVariables } from "../../shared-workflow/variables.ts";

export const rule: WorkflowRule<WorkflowVariable> = defineRule<WorkflowVariable>({
  id: "workflow/variable-names-valid",
  title: "Names of environment variables hold no =, & or blank",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI015"],
  aliases: ["actionlint:env-var"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const variable of allVariables(file)) {
      if (!variable.name.includes("${{") && [...REFUSED].some((one) => variable.name.includes(one)))
        yield { problem: "refused", at: variable.key, data: variable };
    }
  },
  message: ({ data: { name } }) => `"${name}" is no name of a variable: it holds a blank, "=" or "&".`,
});

const REFUSED: ReadonlySet<string> = new Set(["=", "&", " ", "\t"]);
