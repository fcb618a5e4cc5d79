import {
  AMPERSAND,
  ASTERISK,
  BANG,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  END,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION,
  SINGLE_QUOTE,
} from "./char-codes.ts";
import { KeyRegister } from "./key-register.ts";
import { limitMerge } from "./merge-limit.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlSequence } from "./nodes.ts";
import { endsFlowKey, readFlowPlain } from "./plain.ts";
import { readAlias, readProperties } from "./properties.ts";
import { readQuoted } from "./quoted.ts";
import { MAX_DEPTH, type Reader } from "./reader.ts";
import { applyProperties, emptyScalar } from "./scalars.ts";

/** A key of a block map or of a pair in a flow sequence may be this long. */
const MAX_KEY_LENGTH = 1024;

/** Reads the flow map or sequence at `pos`; its lines stand right of column `parent`, save for a closing bracket. */
export function readFlowCollection(reader: Reader, parent: number): YamlMap | YamlSequence {
  if (reader.depth >= MAX_DEPTH) {
    const at = reader.pos;
    reader.tooDeep();
    return { kind: "sequence", start: at, end: at, flow: true, items: [], itemStarts: [] };
  }
  reader.depth += 1;
  const isMap = reader.at(reader.pos) === OPEN_BRACE;
  const node = isMap ? readMap(reader, parent) : readSequence(reader, parent);
  reader.depth -= 1;
  return node;
}

function readMap(reader: Reader, parent: number): YamlMap {
  const start = reader.pos;
  const entries: YamlEntry[] = [];
  const register = new KeyRegister(reader);
  reader.openMaps += 1;
  reader.pos += 1;
  let last = reader.pos;
  const elements = new Elements(reader, parent, CLOSE_BRACE);
  while (elements.advance()) {
    const entry = readEntry(reader, parent);
    register.add(entry.key);
    entries.push(entry);
    limitMerge(reader, entry, entries);
    last = entry.end;
  }
  reader.openMaps -= 1;
  const end = elements.finish(start, last);
  return { kind: "map", start, end, flow: true, entries };
}

function readSequence(reader: Reader, parent: number): YamlSequence {
  const start = reader.pos;
  const items: YamlNode[] = [];
  const itemStarts: number[] = [];
  reader.openSequences += 1;
  reader.pos += 1;
  let last = reader.pos;
  const elements = new Elements(reader, parent, CLOSE_BRACKET);
  while (elements.advance()) {
    itemStarts.push(reader.pos);
    const item = readItem(reader, parent);
    items.push(item);
    last = item.end;
  }
  reader.openSequences -= 1;
  const end = elements.finish(start, last);
  return { kind: "sequence", start, end, flow: true, items, itemStarts };
}

/** Walks over the commas of one collection up to its closing bracket. */
class Elements {
  readonly #reader: Reader;
  readonly #parent: number;
  readonly #close: number;
  #needsComma = false;
  #closed = false;

  constructor(reader: Reader, parent: number, close: number) {
    this.#reader = reader;
    this.#parent = parent;
    this.#close = close;
  }

  /** Moves to the next element; false at the end of the collection, closed or not. */
  advance(): boolean {
    const reader = this.#reader;
    while (skipInFlow(reader, this.#parent)) {
      const code = reader.at(reader.pos);
      if (code === this.#close) {
        reader.pos += 1;
        this.#closed = true;
        return false;
      }
      if (code === COMMA) this.#comma();
      else if (code !== CLOSE_BRACE && code !== CLOSE_BRACKET) {
        if (this.#needsComma) this.#missingComma();
        this.#needsComma = true;
        return true;
      } else if (this.#closesOuter(code)) return false;
      else this.#strayBracket();
    }
    return false;
  }

  /** The collection's end; reports one that was not closed at its opening bracket. */
  finish(start: number, last: number): number {
    if (this.#closed) return this.#reader.pos;
    const name = this.#close === CLOSE_BRACE ? "{" : "[";
    this.#reader.problem("yaml/unclosed-flow", start, start + 1, `The \`${name}\` is never closed.`);
    return last;
  }

  #comma(): void {
    if (!this.#needsComma) unexpected(this.#reader, "Nothing stands before this comma.");
    else this.#reader.pos += 1;
    this.#needsComma = false;
  }

  #strayBracket(): void {
    unexpected(this.#reader, "This bracket closes nothing.");
    this.#needsComma = true;
  }

  #missingComma(): void {
    const { pos } = this.#reader;
    this.#reader.problem("yaml/missing-comma", pos, pos + 1, "A comma is missing before this.");
  }

  #closesOuter(code: number): boolean {
    const { openMaps, openSequences } = this.#reader;
    return code === CLOSE_BRACE ? openMaps > 0 : openSequences > 0;
  }
}

function unexpected(reader: Reader, message: string): void {
  reader.problem("yaml/unexpected-character", reader.pos, reader.pos + 1, message);
  reader.pos += 1;
}

/** Skips to the next token; false at the end or where the next line stands too far left to belong here. */
function skipInFlow(reader: Reader, parent: number): boolean {
  reader.skipToContent();
  const code = reader.at(reader.pos);
  if (code === END) return false;
  if (!reader.isFirstOnLine() || code === CLOSE_BRACE || code === CLOSE_BRACKET) return true;
  return reader.isIndented(parent);
}

function readEntry(reader: Reader, parent: number): YamlEntry {
  const code = reader.at(reader.pos);
  if (code === QUESTION && endsFlowKey(reader.at(reader.pos + 1))) return readExplicit(reader, parent);
  if (code === COLON && endsFlowKey(reader.at(reader.pos + 1))) {
    return readValue(reader, parent, emptyScalar(reader.pos));
  }
  const key = readFlowNode(reader, parent);
  if (skipInFlow(reader, parent) && isValueMark(reader, key)) return readValue(reader, parent, key);
  return { start: key.start, end: key.end, key, value: emptyScalar(key.end) };
}

/** `? key : value`, both parts optional; the entry starts at the `?`. */
function readExplicit(reader: Reader, parent: number): YamlEntry {
  const start = reader.pos;
  reader.pos += 1;
  const hasNext = skipInFlow(reader, parent);
  const isMissing = !hasNext || endsElement(reader) || isPlainValueMark(reader);
  const key = isMissing ? emptyScalar(start + 1) : readFlowNode(reader, parent);
  if (skipInFlow(reader, parent) && isValueMark(reader, key))
    return { ...readValue(reader, parent, key), start };
  return { start, end: Math.max(key.end, start + 1), key, value: emptyScalar(key.end) };
}

/** At a colon: the entry with the value after it. */
function readValue(reader: Reader, parent: number, key: YamlNode): YamlEntry {
  reader.pos += 1;
  const colonEnd = reader.pos;
  const hasValue = skipInFlow(reader, parent) && !endsElement(reader);
  const value = hasValue ? readFlowNode(reader, parent) : emptyScalar(colonEnd);
  return { start: key.start, end: value.end, key, value };
}

/** An item of a sequence, which may be one pair: `[a: b]` holds a map. */
function readItem(reader: Reader, parent: number): YamlNode {
  const start = reader.pos;
  const line = reader.lineStart;
  const code = reader.at(start);
  if ((code === QUESTION || code === COLON) && endsFlowKey(reader.at(start + 1))) {
    return pair(readEntry(reader, parent));
  }
  const key = readFlowNode(reader, parent);
  if (!skipInFlow(reader, parent) || !isValueMark(reader, key)) return key;
  if (reader.lineStart !== line) {
    reader.problem(
      "yaml/multiline-key",
      key.start,
      key.end,
      "The key of a pair in a sequence stands on one line with its colon.",
    );
  } else checkKeyLength(reader, key);
  return pair(readValue(reader, parent, key));
}

function pair(entry: YamlEntry): YamlMap {
  return { kind: "map", start: entry.start, end: entry.end, flow: true, entries: [entry] };
}

/** Reports a key that is too long for an implicit key; `pos` stands at its colon. */
export function checkKeyLength(reader: Reader, key: YamlNode): void {
  if (reader.pos - key.start <= MAX_KEY_LENGTH) return;
  reader.problem(
    "yaml/key-too-long",
    key.start,
    key.end,
    `A key without \`?\` has at most ${MAX_KEY_LENGTH} characters.`,
  );
}

function readFlowNode(reader: Reader, parent: number): YamlNode {
  const code = reader.at(reader.pos);
  if (code !== AMPERSAND && code !== BANG) return readBare(reader, parent);
  const properties = readProperties(reader);
  const at = properties?.end ?? reader.pos;
  if (!skipInFlow(reader, parent) || endsElement(reader) || isPlainValueMark(reader)) {
    return applyProperties(reader, emptyScalar(at), properties);
  }
  return applyProperties(reader, readBare(reader, parent), properties);
}

function readBare(reader: Reader, parent: number): YamlNode {
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
      return readFlowPlain(reader, parent);
  }
}

function endsElement(reader: Reader): boolean {
  const code = reader.at(reader.pos);
  return code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET;
}

function isPlainValueMark(reader: Reader): boolean {
  return reader.at(reader.pos) === COLON && endsFlowKey(reader.at(reader.pos + 1));
}

/** A colon after the key; right after a quoted key or a collection it needs no white space behind it. */
function isValueMark(reader: Reader, key: YamlNode): boolean {
  if (reader.at(reader.pos) !== COLON) return false;
  if (endsFlowKey(reader.at(reader.pos + 1))) return true;
  if (key.kind === "scalar") return key.style === "single" || key.style === "double";
  return key.kind !== "alias";
}
