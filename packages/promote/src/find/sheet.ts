import {
  parseYaml,
  SourceText,
  type PlacedDocument,
  type Position,
  type YamlAlias,
  type YamlDocument,
  type YamlNode,
  type YamlScalar,
  walkYaml,
} from "@plimsoll/syntax";

/** A document that places are looked for in: one of a file, or one that stands as text inside another. */
export interface Sheet {
  readonly file: string;
  readonly document: YamlDocument;
  readonly placed: PlacedDocument;
  /** Readable path of the place in the outer document, where it is text inside one. */
  readonly prefix: string;
  readonly outer?: { readonly sheet: Sheet; readonly scalar: YamlScalar; readonly use: YamlNode };
  /** Where an offset of this document stands in the file. */
  readonly positionOf: (offset: number) => Position;
  readonly aliases: readonly YamlAlias[];
}

/** The documents of a file. */
export function sheetsOf(file: string, text: string): readonly Sheet[] {
  const source = new SourceText(text);
  return parseYaml(text).documents.map((placed) => ({
    file,
    document: placed.document,
    placed,
    prefix: "",
    positionOf: (offset) => source.positionAt(placed.offset + offset),
    aliases: aliasesOf(placed.document),
  }));
}

/** The document that a scalar's text holds; undefined where it holds several. */
export function innerSheet(
  outer: Sheet,
  { scalar, use, path }: { readonly scalar: YamlScalar; readonly use: YamlNode; readonly path: string },
): Sheet | undefined {
  const { documents } = parseYaml(scalar.text);
  const [placed] = documents;
  if (placed === undefined || documents.length !== 1) return undefined;
  return {
    file: outer.file,
    document: placed.document,
    placed,
    prefix: `${outer.prefix}${path} > `,
    outer: { sheet: outer, scalar, use },
    positionOf: () => outer.positionOf(scalar.start),
    aliases: aliasesOf(placed.document),
  };
}

/** Every alias of a document, also those that are keys. */
function aliasesOf(document: YamlDocument): readonly YamlAlias[] {
  const found: YamlAlias[] = [];
  if (!document.text.includes("*")) return found;
  const note = (node: YamlNode): void => {
    if (node.kind === "alias") found.push(node);
    if (node.kind === "map")
      for (const { key } of node.entries) if (key.kind !== "scalar") walkYaml(key, note);
  };
  walkYaml(document.root, note);
  return found;
}
