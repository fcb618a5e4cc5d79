import { attached } from "../source/attached.ts";
import { expandText, removeQuotes } from "./expand.ts";
import type { Dockerfile, Instruction, Resolved, Stage, Word } from "./nodes.ts";
import { type BuildContext, type VariableHistory, globalHistory, stageHistory } from "./variable-history.ts";
import type { Lookup } from "./variables.ts";

/** The histories of a file, made once. */
interface Histories {
  readonly globals: VariableHistory;
  readonly stages: (VariableHistory | undefined)[];
}

const HISTORIES = attached<Dockerfile, Histories>();

/**
 * The variables that an instruction sees: for FROM and the ARG before it the global ones, in a stage what ARG and ENV have set
 * above it, there and in the stages that it builds on. `offset` (from the start of the file) is where in the instruction.
 */
export function environmentAt(dockerfile: Dockerfile, instruction: Instruction, offset?: number): Lookup {
  const { globals, stages } = historiesOf(dockerfile);
  const isArgument = instruction.keyword === "ARG";
  const at = isArgument ? (offset ?? instruction.end) : instruction.start;
  if (instruction.keyword === "FROM") return globals.final;
  const history = instruction.stage < 0 ? globals : stages[instruction.stage];
  if (history === undefined) return globals.final;
  return (name) => history.before(name, at);
}

/**
 * The text of a word of an instruction with quotes removed and variables put in. Names whose value is not in the file (build
 * arguments without a default, variables of the base image, platform arguments) are listed and kept as written.
 */
export function resolveWord(dockerfile: Dockerfile, instruction: Instruction, word: Word | string): Resolved {
  const text = typeof word === "string" ? word : word.text;
  const offset = typeof word === "string" ? undefined : word.start;
  return expandText(text, escapeCodeOf(dockerfile), environmentAt(dockerfile, instruction, offset));
}

/** The text of a word with quotes and escapes removed and variables kept as written. */
export function unquote(word: Word | string, escape: Dockerfile["escape"] = "\\"): string {
  return removeQuotes(typeof word === "string" ? word : word.text, escape.charCodeAt(0));
}

function historiesOf(dockerfile: Dockerfile): Histories {
  const known = HISTORIES.get(dockerfile);
  if (known !== undefined) return known;
  const context: BuildContext = {
    buildArgs: dockerfile.buildArgs,
    escapeCode: escapeCodeOf(dockerfile),
  };
  const globals = globalHistory(dockerfile.globalArgs, context);
  const stages: VariableHistory[] = [];
  for (const stage of dockerfile.stages)
    stages.push(stageHistory(stage, parentOf(stage, stages), globals, context));
  const histories = { globals, stages };
  HISTORIES.set(dockerfile, histories);
  return histories;
}

function parentOf(stage: Stage, stages: readonly VariableHistory[]): VariableHistory | undefined {
  return stage.base.kind === "stage" ? stages[stage.base.stage.index] : undefined;
}

function escapeCodeOf(dockerfile: Dockerfile): number {
  return dockerfile.escape.charCodeAt(0);
}
