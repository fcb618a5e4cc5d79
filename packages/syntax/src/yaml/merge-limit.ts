import { isMergeEntry, mergeSources, refuseMerge } from "./merge.ts";
import type { YamlEntry, YamlMap } from "./nodes.ts";
import type { Reader } from "./reader.ts";

/**
 * Counts what a `<<` entry merges into the map whose entries so far are `entries`. Beyond the document's limit it is
 * reported and refused: it stays an ordinary entry.
 */
export function limitMerge(reader: Reader, entry: YamlEntry, entries: readonly YamlEntry[]): void {
  if (entry.key.kind !== "scalar" || entry.key.text !== "<<" || !isMergeEntry(entry)) return;
  const sources = mergeSources(entry.value) ?? [];
  const size = sources.reduce((sum, source) => sum + sizeOf(reader, source), 1);
  if (size > reader.mergeBudget) {
    const { start, end } = entry.key;
    reader.problem("yaml/excessive-merging", start, end, "The document merges too much; this is not merged.");
    refuseMerge(entry);
    return;
  }
  reader.mergeBudget -= size;
  reader.mergedSizes.set(entries, (reader.mergedSizes.get(entries) ?? 0) + size);
}

function sizeOf(reader: Reader, map: YamlMap): number {
  return map.entries.length + (reader.mergedSizes.get(map.entries) ?? 0);
}
