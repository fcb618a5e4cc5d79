import { expandText } from "./expand.ts";
import type { Instruction, Pair, Stage } from "./nodes.ts";
import { PLATFORM_ARGS, PROXY_ARGS } from "./predefined.ts";
import type { Lookup, VariableValue } from "./variables.ts";

/** What the values of ARG depend on besides the file. */
export interface BuildContext {
  readonly buildArgs: ReadonlyMap<string, string>;
  readonly escapeCode: number;
}

interface Entry {
  /** Offset in the file from which the value is in force. */
  readonly from: number;
  readonly value: VariableValue;
}

const UNSET: VariableValue = { kind: "unset" };
const UNKNOWN: VariableValue = { kind: "unknown" };

/** The variables of one stage (or of the place before the first FROM) and how they change from instruction to instruction. */
export class VariableHistory {
  readonly #entries = new Map<string, Entry[]>();
  /** What came of the search through the stages that this one builds on: a chain of thousands is searched once for a name. */
  readonly #inherited = new Map<string, VariableValue>();
  readonly #parent: VariableHistory | undefined;
  /** Answers for names that neither this stage nor the stages that it builds on set. */
  readonly outside: Lookup;

  constructor(parent: VariableHistory | undefined, outside: Lookup) {
    this.#parent = parent;
    this.outside = outside;
  }

  /** The variables after the last instruction. */
  readonly final: Lookup = (name) => this.before(name, Number.POSITIVE_INFINITY);

  set(name: string, from: number, value: VariableValue): void {
    const entries = this.#entries.get(name);
    if (entries === undefined) this.#entries.set(name, [{ from, value }]);
    else entries.push({ from, value });
  }

  /** The value of a variable as an instruction at `offset` sees it. */
  before(name: string, offset: number): VariableValue {
    const entries = this.#entries.get(name);
    if (entries !== undefined) {
      const entry = lastBefore(entries, offset);
      if (entry !== undefined) return entry.value;
    }
    let value = this.#inherited.get(name);
    if (value === undefined) {
      value = this.#inherit(name);
      this.#inherited.set(name, value);
    }
    return value;
  }

  #inherit(name: string): VariableValue {
    let ancestor = this.#parent;
    while (ancestor !== undefined) {
      const value = ancestor.#entries.get(name)?.at(-1)?.value ?? ancestor.#inherited.get(name);
      if (value !== undefined) return value;
      ancestor = ancestor.#parent;
    }
    return this.outside(name);
  }
}

function lastBefore(entries: readonly Entry[], offset: number): Entry | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.from ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1];
}

/** The variables that a FROM sees: the ARG instructions before the first FROM, and the platform arguments. */
export function globalHistory(globalArgs: readonly Instruction[], context: BuildContext): VariableHistory {
  const history = new VariableHistory(undefined, (name) => {
    const given = context.buildArgs.get(name);
    if (!PLATFORM_ARGS.has(name)) return UNSET;
    return given === undefined ? UNKNOWN : { kind: "value", text: given, unresolved: [] };
  });
  for (const instruction of globalArgs) {
    for (const pair of instruction.pairs) setArgument(history, pair, context);
  }
  return history;
}

/** The variables of a stage that builds on `parent`, the history of its base stage. */
export function stageHistory(
  stage: Stage,
  parent: VariableHistory | undefined,
  globals: VariableHistory,
  context: BuildContext,
): VariableHistory {
  const history = new VariableHistory(parent, parent?.outside ?? outsideOf(stage));
  for (const instruction of stage.instructions) {
    if (instruction.keyword === "ARG") {
      for (const pair of instruction.pairs) setArgument(history, pair, context, globals);
    } else if (instruction.keyword === "ENV") setEnvironment(history, instruction, context);
  }
  return history;
}

/** Nothing is set in scratch but PATH; an image may bring any variable. */
function outsideOf(stage: Stage): Lookup {
  let at = stage;
  while (at.base.kind === "stage") at = at.base.stage;
  if (at.base.kind !== "scratch") return () => UNKNOWN;
  return (name) => (name === "PATH" || PROXY_ARGS.has(name) ? UNKNOWN : UNSET);
}

/** A build argument given from outside wins over the default; ARG without either leaves what is in force. */
function setArgument(
  history: VariableHistory,
  pair: Pair,
  context: BuildContext,
  globals?: VariableHistory,
): void {
  const value = argumentValue(history, pair, context, globals);
  if (value !== undefined) history.set(pair.key, pair.end, value);
}

function argumentValue(
  history: VariableHistory,
  pair: Pair,
  context: BuildContext,
  globals: VariableHistory | undefined,
): VariableValue | undefined {
  const given = context.buildArgs.get(pair.key);
  if (given !== undefined) return { kind: "value", text: given, unresolved: [] };
  if (pair.value !== undefined) return expanded(pair.value.text, context, history.final);
  const global = globals?.final(pair.key);
  if (global !== undefined && global.kind !== "unset") return global;
  if (PROXY_ARGS.has(pair.key)) return UNKNOWN;
  return history.final(pair.key).kind === "value" || PLATFORM_ARGS.has(pair.key) ? undefined : UNSET;
}

/** All values of one ENV see the variables before it. */
function setEnvironment(history: VariableHistory, instruction: Instruction, context: BuildContext): void {
  const before: Lookup = (name) => history.before(name, instruction.start);
  for (const pair of instruction.pairs) {
    if (pair.value === undefined) continue;
    history.set(pair.key, instruction.end, expanded(pair.value.text, context, before));
  }
}

function expanded(text: string, context: BuildContext, lookup: Lookup): VariableValue {
  const resolved = expandText(text, context.escapeCode, lookup);
  if (resolved.error !== undefined) return UNKNOWN;
  return { kind: "value", text: resolved.text, unresolved: resolved.unresolved };
}
