import type { YamlDocument, YamlScalar } from "../nodes.ts";
import { columnOf, isFirstOnLine, layoutOf, lineEnd, nextLine, skipBlanks } from "./geometry.ts";
import { hasControl } from "./render.ts";

/**
 * A string as a literal block scalar with the indentation of the block scalar that it replaces; undefined where that
 * style cannot hold it: without a line, with spaces or more than one line break at an end, or with control characters.
 */
export function renderLiteralLike(
  document: YamlDocument,
  node: YamlScalar,
  value: string,
): string | undefined {
  const body = value.endsWith("\n") ? value.slice(0, -1) : value;
  const lines = body.split("\n");
  const edges = [lines[0] ?? "", lines.at(-1) ?? ""];
  if (edges.some((line) => line.trim() === "") || /^\s/.test(edges[0] ?? "") || lines.some(hasControl))
    return undefined;
  const column = contentColumn(document.text, node);
  if (column === undefined) return undefined;
  const { eol } = layoutOf(document);
  const header = value.endsWith("\n") ? "|" : "|-";
  const indented = lines.map((line) => (line === "" ? "" : " ".repeat(column) + line));
  return [header + headerTail(document, node), ...indented].join(eol);
}

/** Column of the first line with text; undefined where an indicator sets it or there is none. */
function contentColumn(text: string, node: YamlScalar): number | undefined {
  if (/^[|>][+-]?[1-9]/.test(text.slice(node.start, node.start + 3))) return undefined;
  for (let line = nextLine(text, node.start); line < node.end; line = nextLine(text, line)) {
    const at = skipBlanks(text, line);
    if (at < lineEnd(text, line) && isFirstOnLine(text, at)) return columnOf(text, at);
  }
  return undefined;
}

function headerTail(document: YamlDocument, node: YamlScalar): string {
  const end = lineEnd(document.text, node.start);
  const comment = document.comments.find((candidate) => candidate.start > node.start && candidate.end <= end);
  return comment === undefined ? "" : ` ${document.text.slice(comment.start, comment.end)}`;
}
