import {
  AMPERSAND,
  BANG,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COMMA,
  GREATER,
  isBlankOrEnd,
  isDigit,
  isFlowIndicator,
  LESS,
  PERCENT,
} from "./char-codes.ts";
import { isHexDigit } from "./core-schema.ts";
import { excerpt } from "./excerpt.ts";
import type { YamlAlias, YamlNode } from "./nodes.ts";
import type { Reader } from "./reader.ts";

const TAG_MARKS = "!%-#;/?:&=+$_.~*'()";

/** The anchor and tag that stand before a node. */
export interface Properties {
  /** Offset of the first of them. */
  readonly start: number;
  /** Offset after the last of them. */
  readonly end: number;
  readonly anchor: string | undefined;
  readonly tag: string | undefined;
}

/** Reads `&anchor` and `!tag` in either order on this line; undefined where there is neither. */
export function readProperties(reader: Reader): Properties | undefined {
  const start = reader.pos;
  let anchor: string | undefined;
  let tag: string | undefined;
  let end = start;
  for (;;) {
    const code = reader.at(reader.pos);
    if (code === AMPERSAND) {
      if (anchor !== undefined) repeated(reader, "anchor");
      anchor = readAnchor(reader);
    } else if (code === BANG) {
      if (tag !== undefined) repeated(reader, "tag");
      tag = readTag(reader);
    } else break;
    end = reader.pos;
    checkSeparation(reader);
    reader.skipBlanks();
  }
  if (end === start) return undefined;
  return { start, end, anchor, tag };
}

/** Both sets of properties on one node: those on an earlier line and those right before it. */
export function mergeProperties(
  reader: Reader,
  outer: Properties | undefined,
  inner: Properties | undefined,
): Properties | undefined {
  if (outer === undefined || inner === undefined) return outer ?? inner;
  if (outer.anchor !== undefined && inner.anchor !== undefined) repeated(reader, "anchor");
  if (outer.tag !== undefined && inner.tag !== undefined) repeated(reader, "tag");
  return {
    start: outer.start,
    end: inner.end,
    anchor: inner.anchor ?? outer.anchor,
    tag: inner.tag ?? outer.tag,
  };
}

/** Reads `*name`. The target is the latest node of that anchor; an alias to a node that is still open has none. */
export function readAlias(reader: Reader): YamlAlias {
  const start = reader.pos;
  const end = nameEnd(reader, start + 1);
  const name = reader.text.slice(start + 1, end);
  reader.pos = end;
  return { kind: "alias", start, end, name, target: findTarget(reader, name, { start, end }) };
}

/** White space must follow a property, or what ends an element of a flow collection. */
function checkSeparation(reader: Reader): void {
  const { pos } = reader;
  const code = reader.at(pos);
  if (isBlankOrEnd(code)) return;
  const inFlow = reader.openMaps + reader.openSequences > 0;
  if (inFlow && (code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET)) return;
  reader.problem(
    "yaml/missing-space",
    pos,
    pos + 1,
    "White space must stand between an anchor or tag and what follows.",
  );
}

function findTarget(
  reader: Reader,
  name: string,
  span: { start: number; end: number },
): YamlNode | undefined {
  if (name === "") {
    reader.problem("yaml/bad-alias", span.start, span.end, "An alias needs a name after `*`.");
    return undefined;
  }
  if (name.endsWith(":")) {
    reader.problem(
      "yaml/bad-alias",
      span.start,
      span.end,
      "The colon is part of the alias's name; put a space before it.",
    );
  }
  const target = reader.anchors.get(name);
  if (target === undefined) {
    reader.problem(
      "yaml/unknown-alias",
      span.start,
      span.end,
      `No anchor \`&${excerpt(name)}\` stands before this alias.`,
    );
  } else if (target === null) {
    reader.problem(
      "yaml/alias-cycle",
      span.start,
      span.end,
      `The alias stands inside the node that \`&${excerpt(name)}\` names.`,
    );
  }
  return target ?? undefined;
}

function readAnchor(reader: Reader): string {
  const start = reader.pos;
  const end = nameEnd(reader, start + 1);
  reader.pos = end;
  const name = reader.text.slice(start + 1, end);
  if (name === "") reader.problem("yaml/bad-anchor", start, end, "An anchor needs a name after `&`.");
  else reader.anchors.set(name, null);
  return name;
}

function readTag(reader: Reader): string {
  const start = reader.pos;
  const end = reader.at(start + 1) === LESS ? verbatimEnd(reader, start) : nameEnd(reader, start + 1);
  reader.pos = end;
  const tag = reader.text.slice(start, end);
  checkTag(reader, tag, start);
  return tag;
}

function checkTag(reader: Reader, tag: string, start: number): void {
  const end = start + tag.length;
  if (tag.startsWith("!<")) {
    if (!tag.endsWith(">")) reader.problem("yaml/bad-tag", start, end, "A verbatim tag ends with `>`.");
    return;
  }
  if (!isTagText(tag))
    reader.problem(
      "yaml/bad-tag",
      start,
      end,
      `The tag \`${excerpt(tag)}\` has a character that no tag may have.`,
    );
  const handleEnd = tag.indexOf("!", 1);
  if (handleEnd === -1) return;
  const name = tag.slice(handleEnd + 1);
  if (name === "" || name.includes("!")) {
    reader.problem("yaml/bad-tag", start, end, `The tag \`${excerpt(tag)}\` has no name behind its handle.`);
  }
  const handle = tag.slice(0, handleEnd + 1);
  if (handle === "!!" || reader.tagHandles.has(handle)) return;
  reader.problem(
    "yaml/unknown-tag-handle",
    start,
    end,
    `No \`%TAG\` directive declares \`${excerpt(handle)}\`.`,
  );
}

/** True where every character may stand in a tag: letters, digits and the marks of a URI save brackets. */
function isTagText(tag: string): boolean {
  for (let index = 0; index < tag.length; index += 1) {
    const code = tag.charCodeAt(index);
    const isWord = isDigit(code) || (code >= 0x40 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
    if (!isWord && !TAG_MARKS.includes(tag.charAt(index))) return false;
    if (code === PERCENT && !(isHexDigit(tag.charCodeAt(index + 1)) && isHexDigit(tag.charCodeAt(index + 2))))
      return false;
  }
  return true;
}

function verbatimEnd(reader: Reader, start: number): number {
  let pos = start + 2;
  while (!isBlankOrEnd(reader.at(pos)) && reader.at(pos) !== GREATER) pos += 1;
  return reader.at(pos) === GREATER ? pos + 1 : pos;
}

function nameEnd(reader: Reader, start: number): number {
  let pos = start;
  for (;;) {
    const code = reader.at(pos);
    if (isBlankOrEnd(code) || isFlowIndicator(code)) return pos;
    pos += 1;
  }
}

function repeated(reader: Reader, what: string): void {
  reader.problem("yaml/repeated-property", reader.pos, reader.pos + 1, `A node can have only one ${what}.`);
}
