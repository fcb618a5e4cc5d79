import { attached, type ParsedShell, type ShellCommand } from "@plimsoll/syntax";

/** For each command by its number the one before and after it in the same list, nested lists passed over. */
interface Neighbours {
  readonly next: readonly (ShellCommand | undefined)[];
  readonly before: readonly (ShellCommand | undefined)[];
}

const MEMO = attached<ParsedShell, Neighbours>();

/** The command that stands after this one in the same script, string or substitution. */
export function nextCommand(script: ParsedShell, { index }: ShellCommand): ShellCommand | undefined {
  return neighboursOf(script).next[index];
}

/** The command that stands before this one in the same script, string or substitution. */
export function commandBefore(script: ParsedShell, { index }: ShellCommand): ShellCommand | undefined {
  return neighboursOf(script).before[index];
}

function neighboursOf(script: ParsedShell): Neighbours {
  const known = MEMO.get(script);
  if (known !== undefined) return known;
  const next: (ShellCommand | undefined)[] = [];
  const before: (ShellCommand | undefined)[] = [];
  const last = new Map<string, ShellCommand>();
  for (const command of script.commands) {
    const place = `${command.origin} ${command.parent ?? ""}`;
    const previous = last.get(place);
    before.push(previous);
    next.push(undefined);
    if (previous !== undefined) next[previous.index] = command;
    last.set(place, command);
  }
  const neighbours = { next, before };
  MEMO.set(script, neighbours);
  return neighbours;
}

/** True where a failing command ends the script that it stands in: by the options of its shell, or by a `set -e` above. */
export function stopsAtFailure(script: ParsedShell, command: ShellCommand): boolean {
  const parent = command.parent === undefined ? undefined : script.commands[command.parent];
  const words =
    command.origin === "shell-string" || command.origin === "shell-heredoc"
      ? (parent?.words.map(({ value }) => value) ?? [])
      : script.shell.words.slice(1);
  if (words.some((word) => /^-[A-Za-z]*e[A-Za-z]*$/.test(word) || word === "errexit")) return true;
  return setsErrexit(script).some(
    (one) => one.index < command.index && (one.parent === command.parent || one.parent === undefined),
  );
}

const SETTERS = attached<ParsedShell, readonly ShellCommand[]>();

function setsErrexit(script: ParsedShell): readonly ShellCommand[] {
  let found = SETTERS.get(script);
  if (found === undefined) {
    // A few are enough: whoever sets it a hundred times has set it once.
    found = script.commands
      .filter(
        ({ name, words }) =>
          name?.literal === "set" &&
          words.some(({ value }) => /^-[A-Za-z]*e/.test(value) || value === "errexit"),
      )
      .slice(0, 100);
    SETTERS.set(script, found);
  }
  return found;
}
