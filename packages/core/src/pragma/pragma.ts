import type { Range, Span } from "@plimsoll/syntax";
import type { PragmaTool } from "../peer/peer-tools.ts";

/** Stands for every check of the tool. */
export const ALL_CHECKS = "*";

/** What another tool's comment, directive or annotation says, before it is known what it covers. Offsets count as those of its text. */
export interface ParsedPragma extends Span {
  readonly tool: PragmaTool;
  /** Ids as aliases of rules write them, or `*`. */
  readonly checks: readonly string[];
  /** Empty where the author gave none. */
  readonly reason: string;
  /** The last day on which it holds, as an ISO date; absent where it holds for ever. */
  readonly expires?: string;
  readonly scope: PragmaScope;
}

/** How much a pragma covers: the place that it stands at, the stage of the `FROM` below it, or the file. */
export type PragmaScope = "place" | "stage" | "file";

/** A pragma at its place in a file. Plain data, so that it can wait for findings of the whole workspace. */
export interface Pragma {
  readonly tool: PragmaTool;
  readonly checks: readonly string[];
  readonly reason: string;
  readonly expires?: string;
  readonly range: Range;
  /** As written, at most 300 characters. */
  readonly text: string;
  /** A finding that starts from `start` through `end` is excused. */
  readonly covers: Span;
}
