import { attached } from "../source/attached.ts";
import { keyName } from "./key-name.ts";
import type { YamlEntry, YamlMap, YamlNode } from "./nodes.ts";

/** From this many entries on, a map gets an index. */
const INDEXED_FROM = 16;

const indexes = attached<YamlMap, ReadonlyMap<string, YamlEntry>>();

const merging = attached<YamlMap, boolean>();

/** Entries that would merge more than a document may. */
const refused = attached<YamlEntry, true>();

/** Makes an entry an ordinary one for good; only for the reader, before anyone else sees the tree. */
export function refuseMerge(entry: YamlEntry): void {
  refused.set(entry, true);
}

/** True for `<<` with a map, or a sequence of maps, as its value: these entries are merged into their map. */
export function isMergeEntry(entry: YamlEntry): boolean {
  const { key } = entry;
  if (key.kind !== "scalar" || key.style !== "plain" || key.text !== "<<") return false;
  return mergeSources(entry.value) !== undefined && refused.get(entry) === undefined;
}

/** The maps of a `<<` entry's value in order of precedence; undefined where it is anything else. */
export function mergeSources(value: YamlNode): readonly YamlMap[] | undefined {
  const node = resolve(value);
  if (node?.kind === "map") return [node];
  if (node?.kind !== "sequence") return undefined;
  const maps: YamlMap[] = [];
  for (const item of node.items) {
    const map = resolve(item);
    if (map?.kind !== "map") return undefined;
    maps.push(map);
  }
  return maps;
}

/** A map's own entry, or "unknown" where only the index can tell. */
export function findOwnEntry(map: YamlMap, key: string): YamlEntry | undefined | "unknown" {
  const { entries } = map;
  if (entries.length >= INDEXED_FROM) return "unknown";
  let mayMerge = false;
  for (let index = entries.length - 1; index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry === undefined) continue;
    if (keyName(entry.key) === key && !isMergeEntry(entry)) return entry;
    mayMerge ||= isMergeEntry(entry);
  }
  return mayMerge ? "unknown" : undefined;
}

/**
 * All entries of a map by name: its own, of two equal ones the later, then those of merged maps that it does not have.
 * The entry of a merged map is the one at its own place in the text. Built once a map.
 */
export function entryIndex(map: YamlMap): ReadonlyMap<string, YamlEntry> {
  const known = indexes.get(map);
  if (known !== undefined) return known;
  const index = new Map<string, YamlEntry>();
  const merges: YamlEntry[] = [];
  for (const entry of map.entries) {
    if (isMergeEntry(entry)) merges.push(entry);
    else index.set(keyName(entry.key), entry);
  }
  for (const merge of merges) {
    for (const source of mergeSources(merge.value) ?? []) addMissing(index, entryIndex(source));
  }
  indexes.set(map, index);
  return index;
}

/** True where the map has an entry that is merged. Looked up once for a large map. */
export function hasMerge(map: YamlMap): boolean {
  if (map.entries.length < INDEXED_FROM) return map.entries.some(isMergeEntry);
  const known = merging.get(map);
  if (known !== undefined) return known;
  const found = map.entries.some(isMergeEntry);
  merging.set(map, found);
  return found;
}

function addMissing(index: Map<string, YamlEntry>, source: ReadonlyMap<string, YamlEntry>): void {
  for (const [name, entry] of source) {
    if (!index.has(name)) index.set(name, entry);
  }
}

function resolve(node: YamlNode): YamlNode | undefined {
  return node.kind === "alias" ? node.target : node;
}
