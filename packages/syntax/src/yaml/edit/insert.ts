import type { YamlDocument, YamlMap, YamlNode, YamlSequence } from "../nodes.ts";
import type { YamlPlain, YamlPlainObject } from "../value.ts";
import { collectionStyle } from "./flow-style.ts";
import {
  columnOf,
  entryStart,
  isFirstOnLine,
  keptBreaks,
  layoutOf,
  lineEnd,
  lineStart,
  propertyStart,
  skipBlanks,
  skipTrivia,
} from "./geometry.ts";
import { renderEntry, renderFlow, renderFlowEntry, renderItem } from "./render.ts";
import type { Edits } from "./replace.ts";

/** Adds entries behind the last one of a map that has one. */
export function appendEntries(document: YamlDocument, map: YamlMap, added: YamlPlainObject): Edits {
  const first = map.entries[0];
  const last = map.entries.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const keys = Object.keys(added);
  if (map.flow) {
    const style = collectionStyle(document, map);
    const entries = keys.map((key) => renderFlowEntry(key, added[key] ?? null, { style, depth: 0 }));
    if (document.text.charAt(map.start) !== "{") return wrapPair(map, entries.join(", "));
    return appendInFlow(
      document,
      { container: map, last, lastStart: entryStart(document.text, last) },
      entries,
    );
  }
  const layout = layoutOf(document);
  const column = columnOf(document.text, entryStart(document.text, first));
  const lines = keys.map((key) => renderEntry(key, added[key] ?? null, { column, layout }));
  return appendLines(document, last.value, { end: last.end, column, lines });
}

/** Adds an item before the one at `index`, or behind the last one, in a sequence that has one. */
export function insertInSequence(
  document: YamlDocument,
  sequence: YamlSequence,
  index: number,
  value: YamlPlain,
): Edits {
  if (sequence.flow) return insertInFlow(document, sequence, index, value);
  const first = sequence.itemStarts[0] ?? sequence.start;
  const layout = layoutOf(document);
  const column = columnOf(document.text, first);
  const line = renderItem(value, column, layout);
  if (index === 0) return [{ start: first, end: first, newText: line + layout.eol + " ".repeat(column) }];
  const before = sequence.items[index - 1];
  if (before === undefined) return undefined;
  const end = Math.max(before.end, (sequence.itemStarts[index - 1] ?? 0) + 1);
  return appendLines(document, before, { end, column, lines: [line] });
}

interface NewLines {
  /** Where what stands before the new lines ends. */
  readonly end: number;
  readonly column: number;
  readonly lines: readonly string[];
}

/** Writes lines behind the one that a value ends on, and behind its trailing comment. */
function appendLines(document: YamlDocument, value: YamlNode, added: NewLines): Edits {
  // The empty lines behind such a scalar are its text; what comes after them is not worth guessing.
  if (keptBreaks(document.text, value) !== undefined) return undefined;
  const at = lineEnd(document.text, added.end);
  const before = layoutOf(document).eol + " ".repeat(added.column);
  const newText = added.lines.map((line) => before + line).join("");
  return [{ start: at, end: at, newText }];
}

/** `[a: b]` holds a map without braces; a second entry needs them. */
function wrapPair(map: YamlMap, entry: string): Edits {
  return [
    { start: map.start, end: map.start, newText: "{" },
    { start: map.end, end: map.end, newText: `, ${entry}}` },
  ];
}

interface FlowTail {
  readonly container: YamlNode;
  readonly last: { readonly end: number };
  readonly lastStart: number;
}

/** Adds elements behind the last one of a flow collection: on its line, or on a new line where it has its own. */
function appendInFlow(document: YamlDocument, tail: FlowTail, elements: readonly string[]): Edits {
  const { text } = document;
  const { end } = tail.last;
  const comma = skipTrivia(text, end);
  const hasComma = text.charAt(comma) === ",";
  const isSpread =
    isFirstOnLine(text, tail.lastStart) && lineStart(text, tail.lastStart) > tail.container.start;
  const after = hasComma ? comma + 1 : end;
  const separator = hasComma ? "" : ",";
  if (!isSpread) return [{ start: after, end: after, newText: `${separator} ${elements.join(", ")}` }];
  const before = layoutOf(document).eol + " ".repeat(columnOf(text, tail.lastStart));
  const line = before + elements.join(`,${before}`);
  const at = skipBlanks(text, after);
  const lineFeed = text.charAt(at) === "#" ? lineEnd(text, at) : after;
  if (lineFeed === after) return [{ start: after, end: after, newText: separator + line }];
  const commaEdit = hasComma ? [] : [{ start: end, end, newText: "," }];
  return [...commaEdit, { start: lineFeed, end: lineFeed, newText: line }];
}

function insertInFlow(
  document: YamlDocument,
  sequence: YamlSequence,
  index: number,
  value: YamlPlain,
): Edits {
  const style = collectionStyle(document, sequence);
  const element = renderFlow(value, style);
  const next = sequence.items[index];
  if (next !== undefined) {
    const at = Math.min(propertyStart(document.text, next), sequence.itemStarts[index] ?? next.start);
    return [{ start: at, end: at, newText: element + (style.compact ? "," : ", ") }];
  }
  const last = sequence.items.at(-1);
  if (last === undefined) return undefined;
  const lastStart = sequence.itemStarts.at(-1) ?? last.start;
  return appendInFlow(document, { container: sequence, last, lastStart }, [element]);
}
