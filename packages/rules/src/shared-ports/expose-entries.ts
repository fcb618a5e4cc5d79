import { resolveWord, type Dockerfile, type Instruction, type Span, type Word } from "@plimsoll/syntax";
import { fileMemo } from "../shared-facts/file-memo.ts";

/** A word of EXPOSE, taken apart at its slash. */
export interface ExposeEntry {
  readonly instruction: Instruction;
  /** What stands before the slash, variables put in. */
  readonly ports: string;
  /** What stands after it; undefined where there is no slash. */
  readonly protocol: string | undefined;
  /** The whole word. */
  readonly at: Span;
  /** Where the protocol stands; undefined where there is none or a variable brings it. */
  readonly protocolSpan: Span | undefined;
}

/** What the EXPOSE instructions of all stages say, valid or not. What depends on an unknown variable is left out. */
export const exposeEntries: (file: Dockerfile) => readonly ExposeEntry[] = fileMemo((file) => {
  const entries: ExposeEntry[] = [];
  for (const instruction of file.instructions) {
    if (instruction.keyword !== "EXPOSE") continue;
    for (const at of instruction.words) {
      const { text, unresolved, error } = resolveWord(file, instruction, at);
      if (unresolved.length > 0 || error !== undefined) continue;
      for (const part of text.split(/[ \t]+/)) {
        if (part !== "") entries.push({ instruction, at, ...entryOf(at, part) });
      }
    }
  }
  return entries;
});

function entryOf(at: Word, part: string): Pick<ExposeEntry, "ports" | "protocol" | "protocolSpan"> {
  const slash = part.lastIndexOf("/");
  if (slash === -1) return { ports: part, protocol: undefined, protocolSpan: undefined };
  const protocolSpan = at.raw === part ? { start: at.start + slash + 1, end: at.end } : undefined;
  return { ports: part.slice(0, slash), protocol: part.slice(slash + 1), protocolSpan };
}
