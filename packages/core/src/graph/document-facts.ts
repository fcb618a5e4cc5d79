import {
  asMap,
  asSequence,
  effectiveEntries,
  entryName,
  getEntry,
  getNode,
  scalarText,
  type Range,
  type Span,
  type YamlDocument,
  type YamlMap,
  type YamlNode,
} from "@plimsoll/syntax";
import type { ConfigurationFacts, ImageChange, KustomizationFacts, PlacedText } from "./file-facts.ts";

type RangeOf = (span: Span) => Range;

/** Entries of one list that are kept. */
const MAXIMUM_ITEMS = 1_000;
/** Levels below `inventory` whose places are kept. */
const MAXIMUM_DEPTH = 5;
/** Places of one inventory that are kept. */
const MAXIMUM_PLACES = 10_000;

/** Where `plimsoll.yaml` says what; undefined where it is no map or holds no key. */
export function configurationFacts(
  { root, text }: Pick<YamlDocument, "root" | "text">,
  rangeOf: RangeOf,
): ConfigurationFacts | undefined {
  const map = asMap(root);
  const first = map === undefined ? undefined : effectiveEntries(map)[0];
  if (map === undefined || first === undefined) return undefined;
  const inventory = getEntry(map, "inventory");
  const places: Place[] = [];
  if (inventory !== undefined) collectPlaces(inventory.value, "", { places, rangeOf, depth: 0 });
  return {
    range: rangeOf(bare(first.key)),
    ...(inventory === undefined ? {} : { inventory: rangeOf(bare(inventory.key)) }),
    end: { text: text.slice(-1), range: rangeOf({ start: text.length, end: text.length }) },
    places,
  };
}

type Place = ConfigurationFacts["places"][number];

interface Collecting {
  readonly places: Place[];
  readonly rangeOf: RangeOf;
  readonly depth: number;
}

function collectPlaces(node: YamlNode, path: string, collecting: Collecting): void {
  const { places, rangeOf, depth } = collecting;
  if (depth > MAXIMUM_DEPTH || places.length >= MAXIMUM_PLACES) return;
  const deeper = { ...collecting, depth: depth + 1 };
  const below = (step: string | number): string => (path === "" ? String(step) : `${path}.${step}`);
  const map = asMap(node);
  if (map !== undefined) {
    for (const entry of effectiveEntries(map)) collectPlaces(entry.value, below(entryName(entry)), deeper);
    return;
  }
  const items = asSequence(node)?.items;
  if (items !== undefined) {
    for (const [index, item] of items.entries()) collectPlaces(item, below(index), deeper);
    return;
  }
  const text = scalarText(node);
  if (text !== undefined) places.push({ path, text, range: rangeOf(bare(node)) });
}

/** What a kustomization tells; undefined where it is no map. */
export function kustomizationFacts(
  root: YamlNode | undefined,
  rangeOf: RangeOf,
): KustomizationFacts | undefined {
  const map = asMap(root);
  if (map === undefined) return undefined;
  const first = effectiveEntries(map)[0];
  const namespace = placedAt(map, ["namespace"], rangeOf);
  const resources = ["resources", "bases", "components"]
    .flatMap((key) => itemsAt(map, key))
    .flatMap((item) => placedText(item, rangeOf) ?? [])
    .filter(({ text }) => !text.includes("://") && !text.includes("github.com"));
  return {
    range: rangeOf(bare(first?.key ?? map)),
    images: itemsAt(map, "images").flatMap((item) => imageChange(item, rangeOf) ?? []),
    resources,
    ...(namespace === undefined ? {} : { namespace }),
  };
}

function itemsAt(map: YamlMap, key: string): readonly YamlNode[] {
  return asSequence(getNode(map, [key]))?.items.slice(0, MAXIMUM_ITEMS) ?? [];
}

function imageChange(item: YamlNode, rangeOf: RangeOf): ImageChange | undefined {
  const name = placedAt(item, ["name"], rangeOf);
  if (name === undefined) return undefined;
  const newName = placedAt(item, ["newName"], rangeOf);
  const newTag = placedAt(item, ["newTag"], rangeOf);
  const digest = placedAt(item, ["digest"], rangeOf);
  return {
    name,
    ...(newName === undefined ? {} : { newName }),
    ...(newTag === undefined ? {} : { newTag }),
    ...(digest === undefined ? {} : { digest }),
  };
}

function placedAt(node: YamlNode, path: readonly string[], rangeOf: RangeOf): PlacedText | undefined {
  const found = getNode(node, path);
  return found === undefined ? undefined : placedText(found, rangeOf);
}

function placedText(node: YamlNode, rangeOf: RangeOf): PlacedText | undefined {
  const text = scalarText(node);
  return text === undefined ? undefined : { text, range: rangeOf(bare(node)) };
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
