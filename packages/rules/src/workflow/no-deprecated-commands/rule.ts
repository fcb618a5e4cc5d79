import { defineRule, type WorkflowRule } from "@plimsoll/core";
import { stepsOf } from "../../shared-workflow/places.ts";

interface Data {
  readonly command: string;
  readonly instead: string;
}

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ["set-output", "GITHUB_OUTPUT"],
  ["save-state", "GITHUB_STATE"],
  ["set-env", "GITHUB_ENV"],
  ["add-path", "GITHUB_PATH"],
]);

export const rule: WorkflowRule<Data> = defineRule<Data>({
  id: "workflow/no-deprecated-commands",
  title: "Scripts tell the runner through files, not through their output",
  severity: "error",
  confidence: "high",
  surface: "workflow",
  catalogue: ["CI014"],
  aliases: ["actionlint:deprecated-commands"],
  since: "0.2.0",
  *checkWorkflow(file) {
    for (const { step } of stepsOf(file)) {
      if (step.run === undefined) continue;
      const { start, end } = step.run;
      const text = file.document.document.text.slice(start, end);
      for (const [command, instead] of COMMANDS) {
        const mark = `::${command}`;
        for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
          if (!isCommand(text.charAt(at + mark.length))) continue;
          const place = { start: start + at, end: start + at + mark.length };
          yield { problem: "deprecated", at: place, data: { command, instead } };
        }
      }
    }
  },
  message: ({ data: { command, instead } }) =>
    `The runner no longer hears "${command}" in the output; write to the file that $${instead} names.`,
});

/** What goes on is no longer word. */
function isCommand(next: string): boolean {
  return next === " " || next === ":";
}
