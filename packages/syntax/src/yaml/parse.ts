import {
  BYTE_ORDER_MARK,
  DASH,
  DOT,
  HASH,
  isBlank,
  isBlankOrEnd,
  isBreak,
  LINE_FEED,
  PERCENT,
} from "./char-codes.ts";
import { parseYamlDocument } from "./document.ts";
import type { PlacedDocument, YamlDocument, YamlStream } from "./nodes.ts";

/** What may be passed to {@link parseYaml}. */
export interface ParseYamlOptions {
  /** An earlier reading of the same file: documents whose text is unchanged keep their trees. */
  readonly previous?: YamlStream;
}

/**
 * Reads a YAML file. A stream has at least one document, which is empty for an empty file. Never throws.
 *
 * The file is split first: a line that starts with `---` or `...` and white space ends a document wherever it stands,
 * even inside a block scalar. Comments and directives before the first content belong to the document that follows.
 */
export function parseYaml(text: string, options: ParseYamlOptions = {}): YamlStream {
  const known = knownDocuments(options.previous);
  const offsets = splitDocuments(text);
  const documents: PlacedDocument[] = [];
  for (let index = 0; index < offsets.length; index += 1) {
    const offset = offsets[index] ?? 0;
    const part = text.slice(offset, offsets[index + 1] ?? text.length);
    documents.push({ document: known.get(part) ?? parseYamlDocument(part), offset, index });
  }
  return { text, documents };
}

function knownDocuments(previous: YamlStream | undefined): ReadonlyMap<string, YamlDocument> {
  const known = new Map<string, YamlDocument>();
  for (const { document } of previous?.documents ?? []) known.set(document.text, document);
  return known;
}

/** Offsets at which the documents of a stream start; together they cover the whole text. */
export function splitDocuments(text: string): readonly number[] {
  const offsets = [0];
  const { length } = text;
  let isOpen = false;
  let hasDirective = false;
  let line = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  while (line < length) {
    const code = text.charCodeAt(line);
    if ((code === DASH || code === DOT) && isMarkerAt(text, line, code)) {
      if (code === DASH && isOpen) offsets.push(line);
      const next = nextLine(text, line);
      if (code === DOT && isOpen) offsets.push(next);
      isOpen = code === DASH;
      hasDirective = false;
      line = next;
      continue;
    }
    if (!isOpen) {
      if (code === PERCENT) hasDirective = true;
      else if (isContentAt(text, line)) isOpen = true;
    }
    line = nextLine(text, line);
  }
  // What trails the last `...` without content is no document of its own.
  if (offsets.length > 1 && !isOpen && !hasDirective) offsets.pop();
  return offsets;
}

function isMarkerAt(text: string, offset: number, mark: number): boolean {
  if (text.charCodeAt(offset + 1) !== mark || text.charCodeAt(offset + 2) !== mark) return false;
  return offset + 3 >= text.length || isBlankOrEnd(text.charCodeAt(offset + 3));
}

function isContentAt(text: string, line: number): boolean {
  let offset = line;
  while (offset < text.length && isBlank(text.charCodeAt(offset))) offset += 1;
  if (offset >= text.length) return false;
  const code = text.charCodeAt(offset);
  return code !== HASH && !isBreak(code);
}

function nextLine(text: string, from: number): number {
  let offset = from;
  while (offset < text.length && !isBreak(text.charCodeAt(offset))) offset += 1;
  const isPair = text.charCodeAt(offset) !== LINE_FEED && text.charCodeAt(offset + 1) === LINE_FEED;
  return offset + (isPair ? 2 : 1);
}
