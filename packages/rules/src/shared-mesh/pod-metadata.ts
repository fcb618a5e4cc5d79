import { podsOf, type Resource } from "@plimsoll/core";
import {
  asMap,
  effectiveEntries,
  entryName,
  getNode,
  scalarText,
  type Span,
  type YamlPath,
} from "@plimsoll/syntax";

/** A label or annotation with its place. */
export interface MetadataEntry {
  readonly map: "labels" | "annotations";
  readonly key: string;
  readonly value: string;
  /** From the object's root. */
  readonly path: YamlPath;
  readonly keyAt: Span;
}

const MAPS = ["labels", "annotations"] as const;

/** Labels and annotations of the metadata at a path. */
export function metadataEntries(resource: Resource, path: YamlPath): readonly MetadataEntry[] {
  return MAPS.flatMap((map) => {
    const node = asMap(getNode(resource.node, [...path, map]));
    if (node === undefined) return [];
    return effectiveEntries(node).map((entry) => ({
      map,
      key: entryName(entry),
      value: scalarText(entry.value) ?? "",
      path: [...path, map, entryName(entry)],
      keyAt: entry.key,
    }));
  });
}

/** Labels and annotations of the pods that a workload makes. */
export function podMetadataEntries(resource: Resource): readonly MetadataEntry[] {
  return podsOf(resource).flatMap(({ path }) =>
    metadataEntries(resource, [...path.slice(0, -1), "metadata"]),
  );
}
