import type { Finding, NotChecked, Severity } from "@plimsoll/core";

/** Severities, worst first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** The values under their keys, in the order in which keys first occur. */
export function groupBy<Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => string,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** The findings of each file, files in the order of the assessment. */
export function groupByFile(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  return groupBy(findings, (finding) => finding.file);
}

/** `1 error`, `2 errors`, `0 errors`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `12 errors, 4 warnings, 1 info`, without those that are zero; `no findings` where all are. */
export function severityCounts(findings: readonly Finding[]): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity, severity === "info" ? "infos" : `${severity}s`)];
  });
  return parts.length === 0 ? "no findings" : parts.join(", ");
}

/** Whether something went wrong in Plimsoll itself, rather than that it could not judge a file. */
export function isCrash(notChecked: NotChecked): boolean {
  return notChecked.code.endsWith("/crashed");
}

/** The first few of many, and how many more there are. */
export function firstOf(
  items: readonly string[],
  limit: number,
): { readonly shown: readonly string[]; readonly more: number } {
  if (items.length <= limit) return { shown: items, more: 0 };
  return { shown: items.slice(0, limit), more: items.length - limit };
}
