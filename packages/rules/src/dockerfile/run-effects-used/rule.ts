import { defineRule, type DockerfileRule } from "@plimsoll/core";
import { replaceSpan, type Instruction, type ParsedShell, type ShellCommand } from "@plimsoll/syntax";
import { runScripts } from "../../shared-shell/scripts.ts";

interface Data {
  readonly instruction: Instruction;
  readonly command: ShellCommand;
  readonly what: string;
  readonly alone: boolean;
}

/** Files that set variables and do nothing else, by custom. */
const SETTINGS =
  /(?:^|\/)(?:activate|\.?bashrc|\.?profile|\.bash_profile|\.zshrc|environment|nvm\.sh|[\w.-]*env(?:\.sh|rc)?)$/;

/** Commands whose whole effect is on the shell that runs them, with what they set. */
const EFFECTS: ReadonlyMap<string, string> = new Map([
  ["alias", "the alias"],
  ["umask", "the mask"],
]);

/** What a command sets that ends with the step; undefined where it does something that stays. */
function effect({ name, words, assignments, redirects }: ShellCommand): string | undefined {
  if (redirects.length > 0) return undefined;
  const sets = assignments.length > 0;
  if (name === undefined)
    return sets && assignments.every(({ value }) => value?.literal !== undefined)
      ? "the variable"
      : undefined;
  const [first] = words;
  if (first === undefined) return undefined;
  if (name.literal === "export") return sets ? "the variable" : undefined;
  if (name.literal === "." || name.literal === "source")
    return SETTINGS.test(first.value) ? "what the file sets" : undefined;
  return EFFECTS.get(name.literal ?? "");
}

function lastOfScript({ commands }: ParsedShell): ShellCommand | undefined {
  return commands.findLast(({ parent, origin }) => parent === undefined && origin === "script");
}

export const rule: DockerfileRule<Data> = defineRule({
  id: "dockerfile/run-effects-used",
  title: "What a RUN sets for itself is used in it",
  severity: "warning",
  confidence: "high",
  surface: "dockerfile",
  catalogue: [],
  aliases: ["shellcheck:SC2034"],
  since: "0.1.0",
  *check(file) {
    for (const { instruction, script } of runScripts(file)) {
      if (script.form !== "shell" || script.problems.length > 0) continue;
      const command = lastOfScript(script);
      const what = command === undefined ? undefined : effect(command);
      if (command === undefined || what === undefined || command.pipeline !== undefined) continue;
      const at = command.name ?? command.assignments[0] ?? command;
      const alone = script.commands.length === 1;
      yield {
        problem: "lost",
        at,
        subject: instruction.body.text.slice(0, 200),
        data: { instruction, command, what, alone },
      };
    }
  },
  message({ data: { what } }) {
    const sentence = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
    return `${sentence} is gone when this RUN ends, so nothing sees it.`;
  },
  fix({ data: { instruction, command, what, alone } }, file) {
    const [assignment] = command.assignments;
    const single =
      command.assignments.length === 1 &&
      assignment?.value?.literal !== undefined &&
      instruction.heredocs.length === 0;
    if (!alone || what !== "the variable" || !single || instruction.flags.length > 0) return [];
    if (file.instructions[instruction.index] !== instruction) return [];
    const text = file.text.slice(assignment.start, assignment.end);
    const span = { start: instruction.keywordSpan.start, end: instruction.body.end };
    return [
      {
        title: `Set ${assignment.name} with ENV`,
        safety: "review",
        edits: [replaceSpan(span, `ENV ${text}`)],
      },
    ];
  },
});
