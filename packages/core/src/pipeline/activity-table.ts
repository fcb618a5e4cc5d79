import {
  pipelineActions,
  pipelineCommands,
  type ActionEffect,
  type CommandEffect,
  type PipelineActivityId,
} from "@plimsoll/model/pipeline";

/** The words of a command behind its program, and what the command then does. */
export interface CommandRow {
  readonly words: readonly string[];
  readonly does: readonly CommandEffect[];
}

interface Tables {
  readonly exact: ReadonlyMap<string, readonly ActionEffect[]>;
  /** Names with `*`, in the order of the table. */
  readonly patterns: readonly { readonly name: string; readonly does: readonly ActionEffect[] }[];
  readonly commands: ReadonlyMap<string, readonly CommandRow[]>;
}

let tables: Tables | undefined;

/** Made on first use: a run without workflows needs none of it. */
function table(): Tables {
  return (tables ??= makeTables());
}

function makeTables(): Tables {
  const actions = pipelineActions();
  const exact = actions.filter(({ name }) => !isPattern(name)).map(({ name, does }) => [name, does] as const);
  return {
    exact: new Map(exact),
    patterns: actions.filter(({ name }) => isPattern(name)),
    commands: commandTable(),
  };
}

function isPattern(name: string): boolean {
  return name.startsWith("*") || name.endsWith("*");
}

/** Rows by program, those with more words first. */
function commandTable(): ReadonlyMap<string, readonly CommandRow[]> {
  const byProgram = new Map<string, CommandRow[]>();
  for (const { words, does } of pipelineCommands()) {
    const [program = "", ...rest] = words.split(" ");
    const rows = byProgram.get(program);
    if (rows === undefined) byProgram.set(program, [{ words: rest, does }]);
    else rows.push({ words: rest, does });
  }
  for (const rows of byProgram.values()) rows.sort((a, b) => b.words.length - a.words.length);
  return byProgram;
}

/** What a public action does; nothing where it is not known. `name` is `owner/repository` or `owner/repository/path`, in any case. */
export function effectsOfAction(name: string): readonly ActionEffect[] {
  const wanted = name.toLowerCase();
  const { exact, patterns } = table();
  return exact.get(wanted) ?? patterns.find((row) => matches(row.name, wanted))?.does ?? [];
}

function matches(pattern: string, name: string): boolean {
  if (pattern.startsWith("*")) return name.endsWith(pattern.slice(1));
  return name.startsWith(pattern.slice(0, -1));
}

/** The rows of a program, those with more words first. */
export function rowsOfProgram(program: string): readonly CommandRow[] {
  return table().commands.get(program) ?? [];
}

/** Activities that can find something, so that a finding should stop the pipeline. */
const CHECKS: ReadonlySet<PipelineActivityId> = new Set([
  "unit-test",
  "sast",
  "dast",
  "secret-scan",
  "malware-scan",
  "dependency-scan",
  "image-scan",
  "scap",
  "policy-check",
  "verify-signature",
  "release-gate",
]);

/** Whether an activity can find something, so that it guards what comes behind it. */
export function isCheck(activity: PipelineActivityId): boolean {
  return CHECKS.has(activity);
}
