import type { NotChecked } from "../finding/finding.ts";

/** What is true of a run and not of a file: each file's result says it, for those who look at files one by one. */
const OF_THE_RUN: ReadonlySet<string> = new Set(["schema/not-loaded", "schema/version-not-known"]);

/** The entries of all files, with what is true of the whole run said once and of no file. */
export function onceForAll(entries: readonly NotChecked[]): readonly NotChecked[] {
  const said = new Set<string>();
  return entries.flatMap((entry) => {
    if (!OF_THE_RUN.has(entry.code)) return [entry];
    if (said.has(entry.code)) return [];
    said.add(entry.code);
    const { code, reason } = entry;
    return [{ code, reason }];
  });
}
