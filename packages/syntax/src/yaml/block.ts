import {
  ASTERISK,
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
} from "./char-codes.ts";
import { readBlockScalar } from "./block-scalar.ts";
import { checkKeyLength, readFlowCollection } from "./flow.ts";
import {
  checkStart,
  endsLine,
  isForgottenColon,
  isIndicator,
  isKey,
  isOutside,
  isPropertyStart,
  moveTo,
  moveToKey,
  type Place,
  type Site,
} from "./block-layout.ts";
import { KeyRegister } from "./key-register.ts";
import { limitMerge } from "./merge-limit.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlSequence } from "./nodes.ts";
import { readPlain, readPlainLine } from "./plain.ts";
import { mergeProperties, type Properties, readAlias, readProperties } from "./properties.ts";
import { readQuoted } from "./quoted.ts";
import { MAX_DEPTH, type Reader } from "./reader.ts";
import { applyProperties, emptyScalar } from "./scalars.ts";

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

/** Goes on where the properties of a node end their line; more may stand on the lines below. */
function readBelowProperties(reader: Reader, parent: number, before: Before): YamlNode {
  const { place } = before;
  let { outer } = before;
  for (;;) {
    reader.skipToContent();
    if (isOutside(reader, parent, place))
      return applyProperties(reader, emptyScalar(outer?.end ?? reader.pos), outer);
    const column = reader.column();
    const near = isPropertyStart(reader) ? readProperties(reader) : undefined;
    if (near === undefined || !endsLine(reader)) {
      return readContent(reader, { parent, mayStart: true, column, outer, near });
    }
    outer = mergeProperties(reader, outer, near);
  }
}

interface Before {
  readonly place: Place;
  readonly outer: Properties | undefined;
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
  if (isKey(reader, node, line) || isForgottenColon(reader, site, node)) {
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
    limitMerge(reader, entry, entries);
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
  const hasNoText =
    isIndicator(reader, COLON) || (properties !== undefined && isBlankOrEnd(reader.at(reader.pos)));
  if (hasNoText)
    return readValue(
      reader,
      column,
      applyProperties(reader, emptyScalar(properties?.end ?? reader.pos), properties),
    );
  const key = readBare(reader, column, true);
  if (key.kind !== "scalar" || key.style !== "plain") isKey(reader, key, line);
  return readValue(reader, column, applyProperties(reader, key, properties));
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
  if (reader.at(reader.pos) !== COLON || key.end < reader.lineStart) {
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
