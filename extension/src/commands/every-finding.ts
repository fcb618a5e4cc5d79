import type { FindingView, WorkspaceFindings } from "@plimsoll/language-server/protocol";

/** The findings of all tables and of rules without a row, each once, in order of file and place. */
export function everyFinding({ tables, other }: WorkspaceFindings): readonly FindingView[] {
  const found = new Map<string, FindingView>();
  const rows = tables.flatMap((table) => table.rows);
  for (const finding of [...rows.flatMap(({ findings }) => findings), ...other]) {
    const { uri, rule, fingerprint, range } = finding;
    const key = JSON.stringify([uri, rule, fingerprint, range.start.line, range.start.character]);
    if (!found.has(key)) found.set(key, finding);
  }
  return [...found.values()].sort(byPlace);
}

/** By file, then line, then column. */
export function byPlace(left: Placed, right: Placed): number {
  if (left.uri !== right.uri) return left.uri < right.uri ? -1 : 1;
  const [a, b] = [left.range.start, right.range.start];
  return a.line === b.line ? a.character - b.character : a.line - b.line;
}

/** Something that stands in a file. */
export interface Placed {
  readonly uri: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

/** The next after a place, or the one before it, around the end to the other side. */
export function neighbour<Item extends Placed>(
  items: readonly Item[],
  from: Placed,
  direction: "next" | "previous",
): Item | undefined {
  const sorted = [...items].sort(byPlace);
  if (direction === "next") return sorted.find((item) => byPlace(item, from) > 0) ?? sorted[0];
  return sorted.findLast((item) => byPlace(item, from) < 0) ?? sorted.at(-1);
}
