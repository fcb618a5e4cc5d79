import type { Range, Span, YamlScalar } from "@plimsoll/syntax";
import type { DocumentPath, LocatedDocument } from "../config/located-document.ts";

/**
 * The range in the file of an offset in an expression: from there to the end of the expression's line. Exact where the
 * expression stands in the file as it is (on one line, or in a `|` block); the whole value where quoting, escapes or
 * folding changed it.
 */
export function celRange(document: LocatedDocument, path: DocumentPath, offset: number): Range {
  const node = document.nodeAt(path);
  if (node?.kind !== "scalar") return document.valueRange(path);
  const span =
    node.style === "literal"
      ? placeInBlock(document.content, node, offset)
      : placeInLine(document.content, node, offset);
  return document.rangeOf(span ?? node);
}

function placeInLine(content: string, node: YamlScalar, offset: number): Span | undefined {
  const quote = node.style === "single" || node.style === "double" ? 1 : 0;
  const start = node.start + quote;
  const end = node.end - quote;
  if (content.slice(start, end) !== node.text) return undefined;
  return { start: Math.min(start + offset, end), end };
}

function placeInBlock(content: string, node: YamlScalar, offset: number): Span | undefined {
  const before = node.text.slice(0, offset).split("\n");
  const line = before.length - 1;
  const column = before.at(-1)?.length ?? 0;
  const wanted = node.text.split("\n")[line];
  const start = startOfBlockLine(content, node, line);
  if (wanted === undefined || start === undefined) return undefined;
  let from = start;
  while (content[from] === " " && !content.startsWith(wanted, from)) from += 1;
  if (!content.startsWith(wanted, from)) return undefined;
  return { start: Math.min(from + column, node.end), end: from + wanted.length };
}

/** Where the line of that number, from 0, starts below the `|` line. */
function startOfBlockLine(content: string, node: YamlScalar, line: number): number | undefined {
  let at = node.start;
  for (let passed = 0; passed <= line; passed += 1) {
    const next = content.indexOf("\n", at);
    if (next < 0 || next >= node.end) return undefined;
    at = next + 1;
  }
  return at;
}
