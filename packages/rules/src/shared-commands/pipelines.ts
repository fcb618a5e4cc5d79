import { shellOf, type Instruction, type ParsedShell, type ShellCommand } from "@plimsoll/syntax";

/** Programs whose failure tells nothing, or that cannot fail in a way that matters. */
const HARMLESS = new Set(["echo", "printf", "yes", "true", ":"]);

/** The first command of a pipeline whose failure nobody would see; one for each such pipeline of the instruction. */
export function unseenFailures(instruction: Instruction): readonly ShellCommand[] {
  const script = shellOf(instruction);
  if (script.kind !== "script") return [];
  const found: ShellCommand[] = [];
  const seen = new Set<number>();
  for (const command of script.commands) {
    const { pipeline } = command;
    if (pipeline === undefined || pipeline.index === pipeline.length - 1 || seen.has(pipeline.id)) continue;
    if (command.name === undefined || HARMLESS.has(command.effective.name ?? "")) continue;
    seen.add(pipeline.id);
    if (!hasPipefail(script, command) && !isIgnored(script, command, pipeline.id)) found.push(command);
  }
  return found;
}

/** True where `pipefail` is on: by SHELL, by the options of the shell that reads the string, or by an earlier `set`. */
function hasPipefail(script: ParsedShell, command: ShellCommand): boolean {
  const parent = command.parent === undefined ? undefined : script.commands[command.parent];
  if (command.origin === "shell-string" || command.origin === "shell-heredoc") {
    if (parent?.words.some(({ value }) => value.includes("pipefail")) === true) return true;
  } else if (command.origin === "substitution" && parent !== undefined) {
    if (hasPipefail(script, parent)) return true;
  } else if (script.shell.pipefail) return true;
  return script.commands.some(
    (one) =>
      one.index < command.index &&
      one.parent === command.parent &&
      one.name?.literal === "set" &&
      one.words.some(({ value }) => value === "pipefail") &&
      one.words.some(({ value }) => value.startsWith("-")),
  );
}

/** True where the text says that failing is fine (`a | b || true`), or where the status is lost anyhow (`echo $(a | b)`). */
function isIgnored(script: ParsedShell, command: ShellCommand, pipeline: number): boolean {
  if (command.origin === "substitution" && command.parent !== undefined) {
    if (script.commands[command.parent]?.name !== undefined) return true;
  }
  const next = script.commands.find(
    (one) => one.index > command.index && one.parent === command.parent && one.pipeline?.id !== pipeline,
  );
  return next?.operatorBefore === "||" || command.negated;
}
