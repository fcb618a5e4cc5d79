import { attached } from "../source/attached.ts";
import type { Span } from "../source/span.ts";
import { BACKSLASH } from "./characters.ts";
import { flagText } from "./flags.ts";
import type { Flag, Instruction } from "./nodes.ts";

/** One `key[=value]` of a `--mount`. The span covers both. */
export interface MountOption extends Span {
  /** Lower case, the long spelling: `source` for `src`, `target` for `dst` and `destination`, `readonly` for `ro`, `readwrite` for `rw`. */
  readonly key: string;
  readonly keySpan: Span;
  /** Quotes removed. `undefined` for a key alone. */
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
}

/** A `--mount` of RUN. The span is the one of the flag. */
export interface Mount extends Span {
  readonly flag: Flag;
  /** `bind` where the flag names none. */
  readonly type: string;
  readonly options: readonly MountOption[];
}

const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ["src", "source"],
  ["dst", "target"],
  ["destination", "target"],
  ["ro", "readonly"],
  ["rw", "readwrite"],
]);

const NONE: readonly Mount[] = [];
const MAX_OPTIONS = 1000;
const MEMO = attached<Instruction, readonly Mount[]>();

/** The mounts of a RUN, in order; none for any other instruction. */
export function mountsOf(instruction: Instruction): readonly Mount[] {
  if (instruction.keyword !== "RUN" || instruction.flags.length === 0) return NONE;
  const known = MEMO.get(instruction);
  if (known !== undefined) return known;
  const mounts: Mount[] = [];
  for (const flag of instruction.flags) {
    if (flag.name === "mount" && flag.value !== undefined) mounts.push(mountOf(instruction, flag));
  }
  MEMO.set(instruction, mounts);
  return mounts;
}

/** The first option of a mount with this key, in its long spelling. */
export function mountOption(mount: Mount, key: string): MountOption | undefined {
  return mount.options.find((option) => option.key === key);
}

function mountOf(instruction: Instruction, flag: Flag): Mount {
  const options: MountOption[] = [];
  const text = flag.value?.text ?? "";
  const base = instruction.line.offsetOf(flag.value?.start ?? flag.start);
  let at = 0;
  while (at < text.length && options.length < MAX_OPTIONS) {
    const comma = text.indexOf(",", at);
    const stop = comma === -1 ? text.length : comma;
    if (stop > at) options.push(optionAt(instruction, base + at, text.slice(at, stop)));
    at = stop + 1;
  }
  const type = options.find((option) => option.key === "type")?.value?.toLowerCase() ?? "bind";
  return { start: flag.start, end: flag.end, flag, type, options };
}

/** `start` counts in the logical line. */
function optionAt(instruction: Instruction, start: number, text: string): MountOption {
  const { line } = instruction;
  const equals = text.indexOf("=");
  const keyLength = equals === -1 ? text.length : equals;
  const key = flagText(text.slice(0, keyLength), BACKSLASH).toLowerCase();
  const end = start + text.length;
  return {
    ...line.sourceSpan(start, end),
    key: LONG_NAMES.get(key) ?? key,
    keySpan: line.sourceSpan(start, start + keyLength),
    value: equals === -1 ? undefined : flagText(text.slice(equals + 1), BACKSLASH),
    valueSpan: equals === -1 ? undefined : line.sourceSpan(start + equals + 1, end),
  };
}
