import { nodeAtOffset, type PlacedDocument, type Span, type YamlNode } from "@plimsoll/syntax";
import type { OpenFile } from "../document/open-file.ts";

/** What stands at an offset of a YAML file. Spans count in the file. */
export interface YamlSpot {
  readonly document: PlacedDocument;
  /** Keys and items from the document's root. */
  readonly path: readonly (string | number)[];
  /** The nodes along the path, the root first: one more than the path has steps. */
  readonly nodes: readonly YamlNode[];
  readonly part: "key" | "value" | "item" | "root";
  readonly span: Span;
  /** The scalar there, as it reads; undefined for a key and for a collection. */
  readonly scalar: string | undefined;
}

/** The key or scalar at an offset; undefined where there is none. */
export function yamlSpot({ stream }: OpenFile, offset: number): YamlSpot | undefined {
  const document = documentAt(stream.documents, offset);
  if (document === undefined) return undefined;
  const steps = nodeAtOffset(document.document, offset - document.offset);
  const last = steps.at(-1);
  if (last === undefined || (last.part !== "key" && last.node.kind !== "scalar")) return undefined;
  const inner = last.part === "key" && last.entry !== undefined ? last.entry.value : last.node;
  return {
    document,
    path: steps.flatMap(({ step }) => step ?? []),
    nodes: [...steps.slice(0, -1).map(({ node }) => node), inner],
    part: last.part,
    span: { start: last.node.start + document.offset, end: last.node.end + document.offset },
    scalar: last.part !== "key" && last.node.kind === "scalar" ? last.node.text : undefined,
  };
}

/** The last document that starts at or before an offset, by binary search. */
function documentAt(documents: readonly PlacedDocument[], offset: number): PlacedDocument | undefined {
  let low = 0;
  let high = documents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((documents[middle]?.offset ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return documents[low - 1];
}
