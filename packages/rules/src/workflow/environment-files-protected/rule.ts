import { defineRule, type WorkflowRule } from "@plimsoll/core";
import type { ShellCommand } from "@plimsoll/syntax";
import { scriptsOf } from "../../shared-workflow/scripts.ts";
import { privilegedTriggers } from "../../shared-workflow-trust/triggers.ts";

interface Data {
  readonly event: string;
  readonly variable: string;
}

const FILES: ReadonlySet<string> = new Set(["GITHUB_ENV", "GITHUB_PATH"]);

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/environment-files-protected",
  title: "Nothing computed sets variables of later steps where anyone starts the workflow",
  severity: "warning",
  confidence: "medium",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ["zizmor:github-env"],
  since: "0.2.0",
  *checkWorkflow(file) {
    const [trigger] = privilegedTriggers(file);
    if (trigger === undefined) return;
    for (const { script } of scriptsOf(file)) {
      for (const command of script.commands) {
        if (isLiteral(command)) continue;
        for (const { target } of command.redirects) {
          const variable = target?.variables.find((name) => FILES.has(name));
          if (target === undefined || variable === undefined) continue;
          const at = { start: target.start, end: target.end };
          yield { problem: "computed", at, data: { event: trigger.event, variable } };
        }
      }
    }
  },
  message: ({ data: { event, variable } }) =>
    `What is written to $${variable} is computed, and anyone can cause ${event}: it may set any variable of later steps.`,
});

/** Text that stands in the file; a heredoc may hold anything. */
function isLiteral({ name, words, redirects }: ShellCommand): boolean {
  const isEcho = name?.literal === "echo" || name?.literal === "printf";
  const isTyped = redirects.every(({ operator }) => !operator.startsWith("<"));
  return (
    isEcho &&
    isTyped &&
    words.every(({ literal, value }) => literal !== undefined && !value.includes("\ue000"))
  );
}
