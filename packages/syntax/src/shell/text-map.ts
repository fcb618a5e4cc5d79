import type { LogicalLine } from "../dockerfile/logical-line.ts";
import type { Span } from "../source/span.ts";

/** Turns spans of a text that a shell reads into spans of the file. */
export interface TextMap {
  /** The span in the file of a span of the text. */
  sourceSpan(start: number, end: number): Span;
}

/** The file itself. */
export const IDENTITY: TextMap = { sourceSpan: (start, end) => ({ start, end }) };

/** A text that starts at `offset` of another, which `outer` maps to the file. */
export function offsetMap(offset: number, outer: TextMap): TextMap {
  return { sourceSpan: (start, end) => outer.sourceSpan(start + offset, end + offset) };
}

/** A text put together from pieces of another, which `outer` maps to the file. */
export function composedMap(inner: LogicalLine, outer: TextMap): TextMap {
  return {
    sourceSpan: (start, end) => {
      const span = inner.sourceSpan(start, end);
      return outer.sourceSpan(span.start, span.end);
    },
  };
}

/** Every span maps to one and the same, where the places within it are not known. */
export function constantMap(span: Span): TextMap {
  return { sourceSpan: () => ({ start: span.start, end: span.end }) };
}
