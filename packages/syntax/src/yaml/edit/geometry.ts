import { attached } from "../../source/attached.ts";
import { COLON, HASH, isBlank, isBreak } from "../char-codes.ts";
import type { YamlDocument, YamlEntry, YamlNode, YamlScalar } from "../nodes.ts";
import { walkYaml } from "../walk.ts";
import type { Layout } from "./render.ts";

/** Nodes looked at to find out how a document is laid out. */
const LAYOUT_SAMPLE = 5_000;

const layouts = attached<YamlDocument, Layout>();

/** Offset of the start of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start -= 1;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}

/** Offset of the line break, or the end of the text, at or after `offset`. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end += 1;
  return end;
}

/** Offset of the next line, or the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return Math.min(text.length, end + (text.startsWith("\r\n", end) ? 2 : 1));
}

/** Column of an offset in its line, from 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Offset after the spaces and tabs at `offset`. */
export function skipBlanks(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Offset before the spaces and tabs that end at `offset`. */
export function skipBlanksBack(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** True where nothing but white space stands between the start of the line and `offset`. */
export function isFirstOnLine(text: string, offset: number): boolean {
  // Looks at the blanks only: a flow collection may have all its items on one line, and each of them may be asked about.
  const at = skipBlanksBack(text, offset);
  return at === 0 || isBreak(text.charCodeAt(at - 1)) || (at === 1 && text.charCodeAt(0) === 0xfeff);
}

/** True where a line break or the end of the text stands at `offset`. */
export function isLineEnd(text: string, offset: number): boolean {
  return offset >= text.length || isBreak(text.charCodeAt(offset));
}

/** Offset after white space, line breaks and comments at `offset`; what follows is content or the end. */
export function skipTrivia(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isBlank(code) || isBreak(code)) at += 1;
    else if (code === HASH) at = lineEnd(text, at);
    else return at;
  }
}

/** Where the anchor and tag before a node start, as far as they stand on its line; the node's start where there are none. */
export function propertyStart(text: string, node: YamlNode): number {
  let start = node.start;
  const marks = [node.anchor === undefined ? undefined : `&${node.anchor}`, node.tag];
  for (let pass = 0; pass < marks.length; pass += 1) {
    const end = skipBlanksBack(text, start);
    const mark = marks.find((candidate) => candidate !== undefined && text.endsWith(candidate, end));
    if (mark === undefined || end === start) break;
    start = end - mark.length;
  }
  return start;
}

/** Where an entry starts, with the properties of its key. */
export function entryStart(text: string, entry: YamlEntry): number {
  return entry.start < entry.key.start ? entry.start : propertyStart(text, entry.key);
}

/** Offset after the colon of an entry, or undefined where it has none on the key's line. */
export function colonEnd(text: string, entry: YamlEntry): number | undefined {
  const at = skipBlanks(text, entry.key.end);
  return text.charCodeAt(at) === COLON && at < Math.max(entry.value.start, entry.key.end + 1)
    ? at + 1
    : undefined;
}

/** Offset after the properties of a value that stand at `offset` on the line of its indicator. */
export function propertiesEnd(text: string, offset: number, node: YamlNode): number | undefined {
  let end = offset;
  const wanted = [node.anchor === undefined ? undefined : `&${node.anchor}`, node.tag].filter(
    (mark) => mark !== undefined,
  );
  for (let left = wanted.length; left > 0; left -= 1) {
    const at = skipBlanks(text, end);
    const mark = wanted.find((candidate) => text.startsWith(candidate, at));
    if (mark === undefined) return undefined;
    end = at + mark.length;
  }
  return end;
}

/** The block scalar that ends a node, where its last line breaks are part of its text. */
export function keptBreaks(text: string, node: YamlNode): YamlScalar | undefined {
  let last: YamlNode | undefined = node;
  while (last !== undefined && last.kind !== "scalar" && last.kind !== "alias" && !last.flow) {
    last = last.kind === "map" ? last.entries.at(-1)?.value : last.items.at(-1);
  }
  if (last?.kind !== "scalar" || (last.style !== "literal" && last.style !== "folded")) return undefined;
  const header = text.slice(last.start, last.start + 3);
  return header.slice(1).includes("+") ? last : undefined;
}

/** How the document is laid out: by its first nested map and sequence, else two columns and dashes under the key. */
export function layoutOf(document: YamlDocument): Layout {
  const known = layouts.get(document);
  if (known !== undefined) return known;
  const { text } = document;
  let step: number | undefined;
  let sequenceStep: number | undefined;
  const note = (entry: YamlEntry): void => {
    const { value } = entry;
    if (value.kind === "scalar" || value.kind === "alias" || value.flow || !isFirstOnLine(text, value.start))
      return;
    const columns = columnOf(text, value.start) - columnOf(text, entryStart(text, entry));
    if (value.kind === "map") step ??= columns > 0 ? columns : undefined;
    else sequenceStep ??= columns >= 0 ? columns : undefined;
  };
  walkYaml(
    document.root,
    (node) => {
      if (node.kind === "map" && !node.flow && (step === undefined || sequenceStep === undefined))
        node.entries.forEach(note);
      return step === undefined || sequenceStep === undefined;
    },
    LAYOUT_SAMPLE,
  );
  const layout = { eol: lineBreakOf(text), step: step ?? 2, sequenceStep: sequenceStep ?? 2 };
  layouts.set(document, layout);
  return layout;
}

function lineBreakOf(text: string): string {
  const end = lineEnd(text, 0);
  if (text.startsWith("\r\n", end)) return "\r\n";
  return text.charAt(end) === "\r" ? "\r" : "\n";
}
