import type { Finding, Severity } from "@plimsoll/core";

/** Findings of one table or section of the reference design. A finding counts once in each part that it touches. */
export interface PartCount {
  /** `Table 5`, `Section 3.4`, or `Other` for ids of another form. */
  readonly part: string;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly requirements: readonly string[];
}

const OTHER = "Other";
const NONE = "No requirement";

/** The table or section that a requirement id names: `T5-BUILDER` stands in `Table 5`, `K8S-RD-3.4-RBAC` in `Section 3.4`. */
export function partOfRequirement(id: string): string {
  const table = /^T(\d{1,3})-/.exec(id)?.[1];
  if (table !== undefined) return `Table ${table}`;
  const section = /^K8S-RD-(\d{1,3}(?:\.\d{1,3}){0,4})-/.exec(id)?.[1];
  return section === undefined ? OTHER : `Section ${section}`;
}

/** Findings by part: sections first, then tables, each in numeric order; last those without a requirement. */
export function countByPart(findings: readonly Finding[]): readonly PartCount[] {
  const parts = new Map<string, { counts: Record<Severity, number>; requirements: Set<string> }>();
  for (const finding of findings) {
    for (const [part, ids] of partsOf(finding)) {
      const entry = parts.get(part) ?? {
        counts: { error: 0, warning: 0, info: 0 },
        requirements: new Set<string>(),
      };
      parts.set(part, entry);
      entry.counts[finding.severity] += 1;
      for (const id of ids) entry.requirements.add(id);
    }
  }
  return [...parts]
    .map(([part, entry]) => ({ part, counts: entry.counts, requirements: [...entry.requirements].sort() }))
    .sort((a, b) => compareParts(a.part, b.part));
}

function partsOf(finding: Finding): ReadonlyMap<string, readonly string[]> {
  if (finding.requirements.length === 0) return new Map([[NONE, []]]);
  const parts = new Map<string, string[]>();
  for (const id of finding.requirements) {
    const part = partOfRequirement(id);
    parts.set(part, [...(parts.get(part) ?? []), id]);
  }
  return parts;
}

function compareParts(a: string, b: string): number {
  const rank = rankOf(a) - rankOf(b);
  return rank === 0 ? compareNumbers(numbersOf(a), numbersOf(b)) : rank;
}

function rankOf(part: string): number {
  if (part.startsWith("Section ")) return 0;
  if (part.startsWith("Table ")) return 1;
  return part === OTHER ? 2 : 3;
}

function numbersOf(part: string): readonly number[] {
  const number = part.split(" ")[1] ?? "";
  return number.split(".").map(Number);
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}
