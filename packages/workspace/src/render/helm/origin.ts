import { indentOf } from "./locate-line.ts";
import type { RenderedDocument } from "./rendered-chart.ts";

/** The mark that tells where a rendered line came from. */
export interface Origin {
  readonly mark: number;
  /** The rendered line (from 1) that carries the mark: the line itself, or the nearest marked one above it with a smaller indent. */
  readonly line: number;
}

/** The origin of a line (from 1) of a proven document; undefined where no mark is near. */
export function originOfLine(
  document: RenderedDocument,
  lines: readonly string[],
  line: number,
): Origin | undefined {
  if (document.marks === undefined) return undefined;
  const own = document.marks.get(line);
  if (own !== undefined) return { mark: own, line };
  let indent = depthOf(lines[line - 1] ?? "");
  for (let above = line - 1; above >= 1; above -= 1) {
    const text = lines[above - 1] ?? "";
    if (text.trim() === "" || depthOf(text) >= indent) continue;
    const mark = document.marks.get(above);
    if (mark !== undefined) return { mark, line: above };
    indent = depthOf(text);
  }
  return undefined;
}

/** The indent; a list item lies half a step deeper, because its key may stand in the same column. */
function depthOf(line: string): number {
  const indent = indentOf(line);
  return line.startsWith("-", indent) ? indent + 0.5 : indent;
}

/**
 * The line (from 1) of a template that most likely made a rendered line, where nothing is proven: the first with the same text,
 * else the first with the same key, else the first line.
 */
export function likelyLine(template: readonly string[], rendered: string): number {
  const wanted = rendered.trim();
  const equal = template.findIndex((line) => line.trim() === wanted);
  if (equal >= 0) return equal + 1;
  const key = keyOf(wanted);
  const keyed = key === undefined ? -1 : template.findIndex((line) => keyOf(line.trim()) === key);
  return keyed >= 0 ? keyed + 1 : 1;
}

function keyOf(line: string): string | undefined {
  const text = line.startsWith("- ") ? line.slice(2).trimStart() : line;
  const colon = text.indexOf(":");
  return colon > 0 ? text.slice(0, colon) : undefined;
}
