import type { Span } from "@plimsoll/syntax";
import type { Finding } from "../finding/finding.ts";

/**
 * Calls back for each finding with the innermost of the parts that cover its start, from `start` through `end`. What is
 * covered nests or lies apart. Open parts lie on a stack; one that has ended is taken off when it is on top, so the top covers
 * the place or nothing does. Costs no more than sorting, however many there are of both.
 */
export function innermost<Part extends { readonly covers: Span }>(
  findings: readonly Finding[],
  parts: readonly Part[],
  excuse: (finding: Finding, part: Part) => void,
): void {
  const ordered = [...parts].sort((a, b) => a.covers.start - b.covers.start || b.covers.end - a.covers.end);
  const open: Part[] = [];
  let next = 0;
  for (const finding of [...findings].sort((a, b) => a.range.start.offset - b.range.start.offset)) {
    const { offset } = finding.range.start;
    for (let part = ordered[next]; part !== undefined && part.covers.start <= offset; part = ordered[next]) {
      open.push(part);
      next += 1;
    }
    while ((open.at(-1)?.covers.end ?? offset) < offset) open.pop();
    const top = open.at(-1);
    if (top !== undefined) excuse(finding, top);
  }
}
