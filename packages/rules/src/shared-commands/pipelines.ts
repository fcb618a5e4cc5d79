import { shellOf, type Instruction, type ParsedShell, type ShellCommand } from "@plimsoll/syntax";

/** Programs whose failure tells nothing, or that cannot fail in a way that matters. */
const HARMLESS = new Set(["echo", "printf", "yes", "true", ":"]);

/** Commands that stand in the same list have the same parent; this is the parent of those that stand in none. */
const TOP = -1;

/** The first command of a pipeline whose failure nobody would see; one for each such pipeline of the instruction. */
export function unseenFailures(instruction: Instruction): readonly ShellCommand[] {
  const script = shellOf(instruction);
  if (script.kind !== "script" || !script.commands.some(({ pipeline }) => pipeline !== undefined)) return [];
  const setAt = pipefailSetAt(script);
  const allowed = allowedToFail(script);
  return firstCommands(script).filter(
    (command) =>
      !command.negated &&
      !allowed.has(command.pipeline?.id ?? TOP) &&
      !isLost(script, command) &&
      !hasPipefail(script, command, setAt),
  );
}

/** The first command of each pipeline that can fail and is not the last. */
function firstCommands({ commands }: ParsedShell): readonly ShellCommand[] {
  const first = new Map<number, ShellCommand>();
  for (const command of commands) {
    const { pipeline, name, effective } = command;
    if (pipeline === undefined || pipeline.index === pipeline.length - 1 || first.has(pipeline.id)) continue;
    if (name !== undefined && !HARMLESS.has(effective.name ?? "")) first.set(pipeline.id, command);
  }
  return [...first.values()];
}

/** By parent, the number of the first `set -o pipefail`. */
function pipefailSetAt({ commands }: ParsedShell): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  for (const { name, words, index, parent = TOP } of commands) {
    if (name?.literal !== "set" || first.has(parent)) continue;
    const isOn = words.some(({ value }) => value.startsWith("-"));
    if (isOn && words.some(({ value }) => value === "pipefail")) first.set(parent, index);
  }
  return first;
}

/** True where `pipefail` is on: by SHELL, by the options of the shell that reads the string, or by an earlier `set`. */
function hasPipefail(
  script: ParsedShell,
  command: ShellCommand,
  setAt: ReadonlyMap<number, number>,
): boolean {
  const parent = command.parent === undefined ? undefined : script.commands[command.parent];
  if ((setAt.get(command.parent ?? TOP) ?? Infinity) < command.index) return true;
  if (command.origin === "script" || parent === undefined) return script.shell.pipefail;
  // Commands nest as deep as the parser lets them, which is not deep.
  if (command.origin === "substitution") return hasPipefail(script, parent, setAt);
  return parent.words.some(({ value }) => value.includes("pipefail"));
}

/** The pipelines after which `||` stands, as in `a | b || true`: the text says that failing is fine. */
function allowedToFail({ commands }: ParsedShell): ReadonlySet<number> {
  const allowed = new Set<number>();
  const last = new Map<number, ShellCommand>();
  for (const command of commands) {
    const parent = command.parent ?? TOP;
    const before = last.get(parent)?.pipeline?.id;
    if (before !== undefined && before !== command.pipeline?.id && command.operatorBefore === "||")
      allowed.add(before);
    last.set(parent, command);
  }
  return allowed;
}

/** True for a pipe whose status nobody asks for: `echo $(a | b)`. An assignment, `x=$(a | b)`, has the status of its pipe. */
function isLost(script: ParsedShell, { origin, parent }: ShellCommand): boolean {
  return origin === "substitution" && parent !== undefined && script.commands[parent]?.name !== undefined;
}
