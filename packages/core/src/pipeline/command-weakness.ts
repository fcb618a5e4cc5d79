import type { ParsedShell, ShellCommand, Span } from "@plimsoll/syntax";
import type { GateWeakness } from "../graph/file-facts.ts";

/** Why a check cannot stop the pipeline, before it has a place. */
export interface RawWeakness {
  readonly why: GateWeakness;
  readonly at: Span;
}

/** Commands that always succeed. */
const HARMLESS: ReadonlySet<string> = new Set(["true", ":", "echo", "printf", "cat", "ls"]);
/** Commands behind `||` that are looked at. */
const MAXIMUM_LOOK = 12;

/**
 * Why a script goes on although a command of it fails.
 * @param pipefail whether a pipe of the script fails where any of its commands does
 */
export function weaknessesOf(
  script: ParsedShell,
  command: ShellCommand,
  pipefail: boolean,
): readonly RawWeakness[] {
  const found: RawWeakness[] = [];
  const swallower = swallowerOf(script, command);
  if (swallower !== undefined) found.push({ why: "failure-swallowed", at: spanOf(swallower) });
  const { pipeline } = command;
  const isLast = pipeline === undefined || pipeline.index === pipeline.length - 1;
  if (!isLast && !pipefail && !setsPipefail(script, command)) {
    found.push({ why: "pipe-swallows", at: spanOf(command) });
  }
  const ignoring = ignoresErrors(script, command);
  if (ignoring !== undefined) found.push({ why: "errors-ignored", at: spanOf(ignoring) });
  return found;
}

/** The command behind `||` that makes a success of the failure. */
function swallowerOf({ commands }: ParsedShell, command: ShellCommand): ShellCommand | undefined {
  const end = lastOfPipeline(commands, command);
  const after = commands
    .slice(end.index + 1, end.index + 1 + MAXIMUM_LOOK)
    .filter(({ parent }) => parent === command.parent);
  const [next] = after;
  if (next?.operatorBefore !== "||" || !HARMLESS.has(next.effective.name ?? "")) return undefined;
  // `|| { echo failed; exit 1; }` stops all the same. What stands on lines of its own further down runs in any case.
  return after.slice(1).some(isFailingExit) && !endsLine(after) ? undefined : next;
}

function lastOfPipeline(commands: readonly ShellCommand[], command: ShellCommand): ShellCommand {
  const { pipeline } = command;
  if (pipeline === undefined) return command;
  return (
    commands.findLast(
      (other) => other.pipeline?.id === pipeline.id && other.pipeline.index === pipeline.length - 1,
    ) ?? command
  );
}

/** Whether the exit that follows belongs to another statement: nothing joins it to the one before. */
function endsLine(after: readonly ShellCommand[]): boolean {
  const exit = after.findIndex(isFailingExit);
  return exit > 0 && after.slice(1, exit + 1).some(({ operatorBefore }) => operatorBefore === undefined);
}

function isFailingExit({ effective: { name, words } }: ShellCommand): boolean {
  if (name === "false") return true;
  return (name === "exit" || name === "return") && words[0]?.literal !== "0";
}

function setsPipefail({ commands }: ParsedShell, { index }: ShellCommand): boolean {
  return commands
    .slice(0, index)
    .some(
      ({ effective: { name, words } }) =>
        name === "set" && words.some(({ literal }) => literal === "pipefail"),
    );
}

/** `set +e` before the command, where no `exit` behind it hands the outcome on. */
function ignoresErrors({ commands }: ParsedShell, { index }: ShellCommand): ShellCommand | undefined {
  let ignoring: ShellCommand | undefined;
  for (const command of commands.slice(0, index)) {
    if (command.effective.name !== "set") continue;
    if (command.effective.words.some(({ literal }) => literal === "+e")) ignoring = command;
    else if (command.effective.words.some(({ literal }) => literal?.startsWith("-e") === true))
      ignoring = undefined;
  }
  return ignoring !== undefined && commands.slice(index + 1).some(isFailingExit) ? undefined : ignoring;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
