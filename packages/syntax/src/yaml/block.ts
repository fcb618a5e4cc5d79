import {
  AMPERSAND,
  ASTERISK,
  BANG,
  COLON,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  isBlankOrEnd,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  QUESTION,
  SINGLE_QUOTE,
  TAB,
} from "./char-codes.ts";
import { readBlockScalar } from "./block-scalar.ts";
import { checkKeyLength, readFlowCollection } from "./flow.ts";
import { KeyRegister } from "./key-register.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlSequence } from "./nodes.ts";
import { readPlain, readPlainLine } from "./plain.ts";
import { mergeProperties, type Properties, readAlias, readProperties } from "./properties.ts";
import { readQuoted } from "./quoted.ts";
import { MAX_DEPTH, type Reader } from "./reader.ts";
import { applyProperties, emptyScalar } from "./scalars.ts";

/** Where a node stands decides which block collections it may be. */
export type Place = "value" | "item" | "explicit";

/** What is known about a node before its content is read. */
interface Site {
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

/**
 * Reads the node that belongs to something at column `parent` (-1 for the root); `pos` stands right after its indicator.
 * - `value`, after `key:` or `---`: a collection starts on a new line, a sequence also at the parent's own column.
 * - `item`, after `- `: a collection may start on the same line.
 * - `explicit`, after `? ` or an explicit `: `: both.
 */
export function readBlockNode(reader: Reader, parent: number, place: Place): YamlNode {
  const at = reader.pos;
  reader.skipToContent();
  if (isOutside(reader, parent, place)) return emptyScalar(at);
  const mayStart = place !== "value" || reader.isFirstOnLine();
  const column = reader.column();
  if (!isPropertyStart(reader))
    return readContent(reader, { parent, mayStart, column, outer: undefined, near: undefined });
  const near = readProperties(reader);
  if (!endsLine(reader)) return readContent(reader, { parent, mayStart, column, outer: undefined, near });
  return readBelowProperties(reader, parent, { place, outer: near });
}

/** Goes on where the properties of a node end their line. */
function readBelowProperties(
  reader: Reader,
  parent: number,
  context: { readonly place: Place; readonly outer: Properties | undefined },
): YamlNode {
  const { place, outer } = context;
  reader.skipToContent();
  if (isOutside(reader, parent, place))
    return applyProperties(reader, emptyScalar(outer?.end ?? reader.pos), outer);
  const column = reader.column();
  const near = isPropertyStart(reader) ? readProperties(reader) : undefined;
  if (near !== undefined && endsLine(reader)) {
    return readBelowProperties(reader, parent, { place, outer: mergeProperties(reader, outer, near) });
  }
  return readContent(reader, { parent, mayStart: true, column, outer, near });
}

function isPropertyStart(reader: Reader): boolean {
  const code = reader.at(reader.pos);
  return code === AMPERSAND || code === BANG;
}

/** True where only a comment or nothing follows on this line. */
function endsLine(reader: Reader): boolean {
  const line = reader.lineStart;
  reader.skipToContent();
  return reader.lineStart !== line || reader.pos >= reader.end;
}

/** True where the next content does not belong to the node at `parent`. */
function isOutside(reader: Reader, parent: number, place: Place): boolean {
  if (reader.pos >= reader.end) return true;
  if (!reader.isFirstOnLine()) return false;
  const column = reader.column();
  if (column > parent) return false;
  return place === "item" || column < parent || !isIndicator(reader, DASH);
}

/** True at the given indicator with white space behind it. */
function isIndicator(reader: Reader, indicator: number): boolean {
  return reader.at(reader.pos) === indicator && isBlankOrEnd(reader.at(reader.pos + 1));
}

function readContent(reader: Reader, site: Site): YamlNode {
  const code = reader.at(reader.pos);
  switch (code) {
    case DASH:
    case QUESTION:
    case COLON:
      if (isIndicator(reader, code)) return readCollection(reader, site, code);
      break;
    case PIPE:
    case GREATER: {
      const properties = mergeProperties(reader, site.outer, site.near);
      return applyProperties(reader, readBlockScalar(reader, site.parent), properties);
    }
    default:
  }
  return readInline(reader, site);
}

/** A collection that starts with an indicator: `- `, `? ` or the `: ` of an empty key. */
function readCollection(reader: Reader, site: Site, code: number): YamlNode {
  checkStart(reader, site);
  if (code === COLON) {
    const key = applyProperties(reader, emptyScalar(reader.pos), site.near);
    return applyProperties(reader, readMap(reader, site.column, key), site.outer);
  }
  const column = reader.column();
  if (site.near !== undefined) {
    reader.problem(
      "yaml/misplaced-property",
      site.near.start,
      site.near.end,
      "Put this on the line before the collection.",
    );
  }
  const node = code === DASH ? readSequence(reader, column) : readMap(reader, column, undefined);
  return applyProperties(reader, node, mergeProperties(reader, site.outer, site.near));
}

/** A scalar, alias or flow collection, or the map whose first key it is. */
function readInline(reader: Reader, site: Site): YamlNode {
  const line = reader.lineStart;
  if (reader.isFirstOnLine()) reader.isIndented(site.parent);
  const node = readBare(reader, site.parent, false);
  if (isKey(reader, node, line) || isForgottenColon(reader, site, line)) {
    checkStart(reader, site);
    const key = applyProperties(reader, node, site.near);
    return applyProperties(reader, readMap(reader, site.column, key), site.outer);
  }
  return applyProperties(reader, node, mergeProperties(reader, site.outer, site.near));
}

function readBare(reader: Reader, parent: number, isOneLine: boolean): YamlNode {
  switch (reader.at(reader.pos)) {
    case OPEN_BRACE:
    case OPEN_BRACKET:
      return readFlowCollection(reader, parent);
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
      return readQuoted(reader, parent);
    case ASTERISK:
      return readAlias(reader);
    default:
      return isOneLine ? readPlainLine(reader) : readPlain(reader, parent);
  }
}

/** True where a colon stands behind a node that started on the line at `line`. */
function isKey(reader: Reader, node: YamlNode, line: number): boolean {
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

/** True where the next line starts at this node's column: only a map goes on like that, so a colon is missing here. */
function isForgottenColon(reader: Reader, site: Site, line: number): boolean {
  if (!site.mayStart) return false;
  reader.skipToContent();
  if (reader.pos >= reader.end || reader.lineStart === line || !reader.isFirstOnLine()) return false;
  return reader.column() === site.column && site.column > site.parent && !isIndicator(reader, DASH);
}

/** Reports a block collection that starts where none may, or behind a tab. */
function checkStart(reader: Reader, site: Site): void {
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
  if (!isFirst && reader.at(start - 1) === TAB) {
    reader.problem("yaml/tab-indentation", start - 1, start, "A tab cannot indent; use spaces.");
  }
}

function readSequence(reader: Reader, column: number): YamlSequence {
  const start = reader.pos;
  const items: YamlNode[] = [];
  const itemStarts: number[] = [];
  if (reader.depth >= MAX_DEPTH) reader.tooDeep();
  reader.depth += 1;
  let end = start;
  while (reader.pos < reader.end && isIndicator(reader, DASH)) {
    itemStarts.push(reader.pos);
    reader.pos += 1;
    const item = readBlockNode(reader, column, "item");
    items.push(item);
    end = item.end;
    if (!moveTo(reader, column)) break;
  }
  reader.depth -= 1;
  return { kind: "sequence", start, end, flow: false, items, itemStarts };
}

/** Reads a map whose keys stand at `column`; `first` is its first key where that is read already. */
function readMap(reader: Reader, column: number, first: YamlNode | undefined): YamlMap {
  const entries: YamlEntry[] = [];
  const register = new KeyRegister(reader);
  const start = first?.start ?? reader.pos;
  if (reader.depth >= MAX_DEPTH) reader.tooDeep();
  reader.depth += 1;
  let end = start;
  let entry = first === undefined ? readEntry(reader, column) : readValue(reader, column, first);
  for (;;) {
    register.add(entry.key);
    entries.push(entry);
    end = entry.end;
    if (!moveToKey(reader, column)) break;
    entry = readEntry(reader, column);
  }
  reader.depth -= 1;
  return { kind: "map", start, end, flow: false, entries };
}

function readEntry(reader: Reader, column: number): YamlEntry {
  if (isIndicator(reader, QUESTION)) return readExplicit(reader, column);
  const line = reader.lineStart;
  const properties = isPropertyStart(reader) ? readProperties(reader) : undefined;
  const hasKey = properties === undefined || !isBlankOrEnd(reader.at(reader.pos));
  const bare =
    isIndicator(reader, COLON) || !hasKey
      ? emptyScalar(properties?.end ?? reader.pos)
      : readBare(reader, column, true);
  const key = applyProperties(reader, bare, properties);
  if (hasKey && bare.kind !== "scalar") isKey(reader, bare, line);
  else if (bare.kind === "scalar" && (bare.style === "single" || bare.style === "double"))
    isKey(reader, bare, line);
  return readValue(reader, column, key);
}

/** `? key` with an optional `: value` on a later line; the entry starts at the `?`. */
function readExplicit(reader: Reader, column: number): YamlEntry {
  const start = reader.pos;
  reader.pos += 1;
  const key = readBlockNode(reader, column, "explicit");
  reader.skipToContent();
  const hasValue = reader.isFirstOnLine() && reader.column() === column && isIndicator(reader, COLON);
  if (!hasValue) return { start, end: key.end, key, value: emptyScalar(key.end) };
  reader.pos += 1;
  const value = readBlockNode(reader, column, "explicit");
  return { start, end: value.end, key, value };
}

/** At the colon behind a key: the entry with its value. */
function readValue(reader: Reader, column: number, key: YamlNode): YamlEntry {
  if (reader.at(reader.pos) !== COLON) {
    reader.problem(
      "yaml/missing-colon",
      key.start,
      key.end,
      "A key needs a colon and white space behind it.",
    );
    return { start: key.start, end: key.end, key, value: emptyScalar(key.end) };
  }
  checkKeyLength(reader, key);
  reader.pos += 1;
  if (!isBlankOrEnd(reader.at(reader.pos))) {
    reader.problem("yaml/missing-space", reader.pos - 1, reader.pos, "A colon needs white space behind it.");
  }
  const value = readBlockNode(reader, column, "value");
  return { start: key.start, end: value.end, key, value };
}

/** Moves to the next line whose content stands at `column`; false where the collection ends. Skips and reports the rest. */
function moveTo(reader: Reader, column: number): boolean {
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

function moveToKey(reader: Reader, column: number): boolean {
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
