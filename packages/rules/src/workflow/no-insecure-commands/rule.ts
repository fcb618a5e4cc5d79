import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { asScalar } from "@plimsoll/syntax";
import { allVariables } from "../../shared-workflow/variables.ts";

const NAME = "actions_allow_unsecure_commands";

export const rule: WorkflowRule = defineRule<undefined>({
  id: "workflow/no-insecure-commands",
  title: "Commands that anyone can print stay off",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ["zizmor:insecure-commands", "checkov:CKV_GHA_1", "kics:unsecured_commands"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const { name, key, value } of allVariables(file)) {
      const text = asScalar(value)?.text.trim().toLowerCase() ?? "";
      if (name.toLowerCase() === NAME && text !== "" && text !== "false" && text !== "0")
        yield { problem: "allowed", at: { start: key.start, end: key.end }, data: undefined };
    }
  },
  message: () =>
    "The runner hears set-env and add-path in the output again, which anything that a script prints can say.",
});
