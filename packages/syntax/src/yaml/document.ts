import { DASH, DOT, isBlankOrEnd, PERCENT } from "./char-codes.ts";
import { readBlockNode } from "./block.ts";
import type { YamlDocument, YamlNode } from "./nodes.ts";
import { Reader } from "./reader.ts";
import { splitDocuments } from "./split.ts";

/**
 * Reads the text of one document. Never throws: malformed text gives problems and as much of the tree as can be had.
 * A second document in the text is a problem; split a file with `parseYaml`.
 */
export function parseYamlDocument(text: string): YamlDocument {
  const [first] = splitDocuments(text);
  return readDocument(text, first?.contentEnd ?? text.length);
}

/** Reads one document whose content, before its `...` line, ends at `contentEnd`. */
export function readDocument(text: string, contentEnd: number): YamlDocument {
  const reader = new Reader(text);
  reader.end = contentEnd;
  readPrologue(reader);
  const node = readBlockNode(reader, -1, "value");
  readEpilogue(reader);
  return {
    text,
    root: isNothing(node) ? undefined : node,
    comments: reader.comments,
    problems: reader.problems,
  };
}

function isNothing(node: YamlNode): boolean {
  return (
    node.kind === "scalar" && node.style === "empty" && node.anchor === undefined && node.tag === undefined
  );
}

/** True at column 0 of a line that starts with three of `mark` and white space. */
function isMarker(reader: Reader, mark: number): boolean {
  const { pos } = reader;
  if (pos !== reader.lineStart || reader.at(pos) !== mark) return false;
  return reader.at(pos + 1) === mark && reader.at(pos + 2) === mark && isBlankOrEnd(reader.at(pos + 3));
}

/** Directives, stray document ends and the `---` line's marker. */
function readPrologue(reader: Reader): void {
  let directive: { readonly start: number; readonly end: number } | undefined;
  for (;;) {
    reader.skipToContent();
    if (isMarker(reader, DASH)) {
      reader.pos += 3;
      return;
    }
    const start = reader.pos;
    if (isMarker(reader, DOT)) reader.pos += 3;
    else if (reader.at(start) === PERCENT && start === reader.lineStart) {
      readDirective(reader);
      directive ??= { start, end: reader.pos };
    } else break;
  }
  if (directive === undefined) return;
  reader.problem(
    "yaml/bad-directive",
    directive.start,
    directive.end,
    "A directive needs a `---` line after it.",
  );
}

function readDirective(reader: Reader): void {
  const start = reader.pos;
  const end = reader.lineEnd(start);
  reader.pos = end;
  const words = directiveWords(reader.text.slice(start, end));
  const [name, first, second] = words;
  if (name === "%YAML") checkVersion(reader, words, { start, end });
  else if (name === "%TAG") {
    const isSound =
      words.length === 3 && first?.startsWith("!") === true && first.endsWith("!") && second !== undefined;
    if (isSound) reader.tagHandles.add(first);
    else reader.problem("yaml/bad-directive", start, end, "Write `%TAG !handle! prefix`.");
  }
}

function checkVersion(
  reader: Reader,
  words: readonly string[],
  span: { readonly start: number; readonly end: number },
): void {
  const version = words[1];
  if (words.length === 2 && (version === "1.2" || version === "1.1")) return;
  reader.problem(
    "yaml/bad-directive",
    span.start,
    span.end,
    "Write `%YAML 1.2`; other versions are not known.",
  );
}

/** The words of a directive before its comment. */
function directiveWords(line: string): readonly string[] {
  const words = line
    .replaceAll("\t", " ")
    .split(" ")
    .filter((word) => word !== "");
  const comment = words.findIndex((word) => word.startsWith("#"));
  return comment === -1 ? words : words.slice(0, comment);
}

/** What follows the root: document ends and comments, nothing else. */
function readEpilogue(reader: Reader): void {
  reader.skipToContent();
  if (!reader.aborted && reader.pos >= reader.end) {
    reader.end = reader.text.length;
    reader.enterLine(reader.pos);
    while (isMarker(reader, DOT)) {
      reader.pos += 3;
      reader.skipToContent();
    }
  }
  if (reader.pos >= reader.end) return;
  const end = reader.lineEnd(reader.pos);
  reader.problem("yaml/content-after-end", reader.pos, end, "The document has ended before this.");
}
