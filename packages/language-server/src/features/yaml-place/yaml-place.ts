import type { SourceText, Span } from "@plimsoll/syntax";
import { AncestorWalk, type Level } from "./ancestor-walk.ts";
import { lineLayout, type LineLayout } from "./line-layout.ts";

/**
 * Where in block YAML a cursor stands, read from the lines around it and not from a tree: while somebody types, the text is seldom
 * well-formed. Nothing is said inside flow collections, block scalars and comments.
 */
export interface YamlPlace {
  /**
   * Keys and items from the document's root to what the cursor is in; an item is 0 whichever it is. With `position` `value` the last
   * step is the key whose value it is; otherwise the path leads to the map or list that the cursor stands in.
   */
  readonly path: readonly (string | number)[];
  /** `value`: behind a key on its line. `entry`: at the start of an entry, whose key or whole value is being written. */
  readonly position: "entry" | "value";
  /** What is written there, without quotes: the whole word around the cursor. Offsets in the file. */
  readonly span: Span;
  /** True directly behind a colon: what is inserted needs a blank before it. */
  readonly needsBlank: boolean;
  /** Column, from 0, at which the entry starts; an entry's own lines have to be deeper. */
  readonly column: number;
  /** True where the entry stands behind a `-` on its line. */
  readonly isItem: boolean;
  /** The maps around the cursor, from the root inwards, each with its entries so far. The last is the one that an entry belongs to. */
  readonly levels: readonly Level[];
}

/** The place of an offset. */
export function yamlPlace(source: SourceText, offset: number): YamlPlace | undefined {
  const { line, column } = source.positionAt(offset);
  const text = source.lineText(line);
  const at = column - 1;
  const layout = lineLayout(text);
  if (layout === undefined) return text.trim() === "" ? blankPlace(source, line, at) : undefined;
  if (at < layout.column || isInComment(text, at, layout)) return undefined;
  const start = offset - at;
  if (layout.afterColon !== undefined && at >= layout.afterColon) {
    return around(offset, valuePlace({ source, line, layout, start }));
  }
  return around(offset, entryPlace({ source, line, layout, start }));
}

/** A cursor beside the word, such as between colon and value, is no place to write. */
function around(offset: number, place: YamlPlace | undefined): YamlPlace | undefined {
  return place === undefined || offset < place.span.start || offset > place.span.end ? undefined : place;
}

interface Written {
  readonly source: SourceText;
  readonly line: number;
  readonly layout: LineLayout;
  /** Offset of the line. */
  readonly start: number;
}

/** A line of blanks: the entry is deeper or less deep by where the cursor stands. */
function blankPlace(source: SourceText, line: number, column: number): YamlPlace | undefined {
  const walk = new AncestorWalk(source, line);
  const found = walk.from({ column, isDash: false }, undefined);
  if (found === undefined) return undefined;
  const offset = (source.lineStarts[line - 1] ?? 0) + column;
  const span = { start: offset, end: offset };
  return { ...found, position: "entry", span, column, isItem: false, needsBlank: false };
}

function entryPlace({ source, line, layout, start }: Written): YamlPlace | undefined {
  const end =
    layout.key === undefined ? layout.valueColumn + layout.value.length : (layout.afterColon ?? 1) - 1;
  const written = source.text.slice(start + layout.column, start + end);
  if (written !== "" && "{[|>&*!\"'%@`?".includes(written.charAt(0))) return undefined;
  const found = new AncestorWalk(source, line).from({ column: layout.column, isDash: false }, layout);
  if (found === undefined) return undefined;
  return {
    ...found,
    position: "entry",
    span: { start: start + layout.column, end: start + end },
    column: layout.column,
    isItem: layout.dashes.length > 0,
    needsBlank: false,
  };
}

function valuePlace({ source, line, layout, start }: Written): YamlPlace | undefined {
  const { value, key, column, dashes } = layout;
  if (key === undefined || (value !== "" && "{[|>&*!%@`".includes(value.charAt(0)))) return undefined;
  const found = new AncestorWalk(source, line).from({ column, isDash: false }, layout);
  if (found === undefined) return undefined;
  const span = valueSpan(layout, start);
  return {
    path: [...found.path, key],
    levels: found.levels,
    position: "value",
    span,
    column,
    isItem: dashes.length > 0,
    needsBlank: source.text.charAt(span.start - 1) === ":",
  };
}

/** The value without its quotes; where there is none, the place behind the blank after the colon. */
function valueSpan({ value, valueColumn, afterColon }: LineLayout, start: number): Span {
  if (value === "") {
    const from = start + Math.min(valueColumn, (afterColon ?? valueColumn) + 1);
    return { start: from, end: from };
  }
  const quote = value.charAt(0);
  const isQuoted = quote === '"' || quote === "'";
  const isClosed = isQuoted && value.length > 1 && value.endsWith(quote);
  const from = start + valueColumn;
  return { start: from + (isQuoted ? 1 : 0), end: from + value.length - (isClosed ? 1 : 0) };
}

function isInComment(text: string, at: number, { valueColumn, value }: LineLayout): boolean {
  const rest = text.slice(valueColumn + value.length, at);
  return rest.includes("#");
}
