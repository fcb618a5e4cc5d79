import { AMPERSAND, BANG, COLON, DASH, isBlankOrEnd, SPACE, TAB } from "./char-codes.ts";
import type { YamlNode } from "./nodes.ts";
import type { Properties } from "./properties.ts";
import type { Reader } from "./reader.ts";

/** Where a node stands decides which block collections it may be. */
export type Place = "value" | "item" | "explicit";

/** What is known about a node before its content is read. */
export interface Site {
  /** Column of what the node belongs to. */
  readonly parent: number;
  /** Whether a block collection may start here. */
  readonly mayStart: boolean;
  /** Column of the content, or of the properties before it on its line. */
  readonly column: number;
  /** Properties on an earlier line: the node's own. */
  readonly outer: Properties | undefined;
  /** Properties on the same line: the first key's where the node is a map, else the node's own. */
  readonly near: Properties | undefined;
}

/** True where the next content does not belong to the node at `parent`. */
export function isOutside(reader: Reader, parent: number, place: Place): boolean {
  if (reader.pos >= reader.end) return true;
  if (!reader.isFirstOnLine()) return false;
  const column = reader.column();
  if (column > parent) return false;
  return place === "item" || column < parent || !isIndicator(reader, DASH);
}

/** True at the given indicator with white space behind it. */
export function isIndicator(reader: Reader, indicator: number): boolean {
  return reader.at(reader.pos) === indicator && isBlankOrEnd(reader.at(reader.pos + 1));
}

export function isPropertyStart(reader: Reader): boolean {
  const code = reader.at(reader.pos);
  return code === AMPERSAND || code === BANG;
}

/** True where only a comment or nothing follows on this line. */
export function endsLine(reader: Reader): boolean {
  const line = reader.lineStart;
  reader.skipToContent();
  return reader.lineStart !== line || reader.pos >= reader.end;
}

/** True where a colon stands behind a node that started on the line at `line`. */
export function isKey(reader: Reader, node: YamlNode, line: number): boolean {
  if (node.kind === "scalar" && node.style === "plain") {
    return reader.lineStart === line && isIndicator(reader, COLON);
  }
  if (reader.pos !== node.end) return false;
  reader.skipBlanks();
  if (reader.at(reader.pos) !== COLON) return false;
  if (reader.lineStart !== line) {
    reader.problem(
      "yaml/multiline-key",
      node.start,
      node.end,
      "A key without `?` stands on one line with its colon.",
    );
  }
  return true;
}

/** True where the line after a scalar starts at its column: only a map goes on like that, so a colon is missing here. */
export function isForgottenColon(reader: Reader, site: Site, node: YamlNode): boolean {
  if (!site.mayStart || node.kind !== "scalar") return false;
  reader.skipToContent();
  if (reader.pos >= reader.end || reader.lineStart <= node.start || !reader.isFirstOnLine()) return false;
  return reader.column() === site.column && site.column > site.parent && !isIndicator(reader, DASH);
}

/** Reports a block collection that starts where none may, or behind a tab. */
export function checkStart(reader: Reader, site: Site): void {
  const start = reader.lineStart + site.column;
  if (!site.mayStart) {
    reader.problem(
      "yaml/nested-block",
      start,
      start + 1,
      "A nested map or sequence starts on a line of its own.",
    );
  }
  const isFirst = start === reader.lineContent;
  if (isFirst && reader.tabAt !== -1) reader.tabProblem();
  if (isFirst) return;
  let blank = start - 1;
  while (reader.at(blank) === SPACE) blank -= 1;
  if (reader.at(blank) === TAB) {
    reader.problem("yaml/tab-indentation", blank, blank + 1, "A tab cannot indent; use spaces.");
  }
}

/** Moves to the next line whose content stands at `column`; false where the collection ends. Skips and reports the rest. */
export function moveTo(reader: Reader, column: number): boolean {
  for (;;) {
    reader.skipToContent();
    if (reader.pos >= reader.end) return false;
    const isFirst = reader.isFirstOnLine();
    const offset = reader.column() - column;
    if (isFirst && offset < 0) return false;
    if (isFirst && offset === 0) {
      if (reader.tabAt !== -1) reader.tabProblem();
      return true;
    }
    const end = reader.lineEnd(reader.pos);
    if (isFirst)
      reader.problem(
        "yaml/bad-indentation",
        reader.pos,
        end,
        "This line is indented deeper than what it belongs to.",
      );
    else reader.problem("yaml/unexpected-content", reader.pos, end, "Nothing may follow here on this line.");
    reader.skipDeeper(column);
  }
}

export function moveToKey(reader: Reader, column: number): boolean {
  while (moveTo(reader, column)) {
    if (!isIndicator(reader, DASH)) return true;
    const end = reader.lineEnd(reader.pos);
    reader.problem(
      "yaml/unexpected-item",
      reader.pos,
      end,
      "A sequence item cannot stand between the keys of a map.",
    );
    reader.skipDeeper(column);
  }
  return false;
}
