import {
  asMap,
  asSequence,
  effectiveEntries,
  entryName,
  getNode,
  scalarText,
  type Range,
  type Span,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
} from "@plimsoll/syntax";
import { lastPart } from "./last-part.ts";
import type { ToolTrace } from "./tool-trace.ts";

type RangeOf = (span: Span) => Range;

/** Nodes of one file of values that are looked at. */
const MAXIMUM_NODES = 20_000;
const MAXIMUM_DEPTH = 12;
/** How deep the packages of an umbrella chart lie: `neuvector`, `addons.harbor`, `packages.podinfo`. */
const PACKAGE_DEPTH = 2;

interface Walk {
  readonly traces: ToolTrace[];
  readonly rangeOf: RangeOf;
  nodes: number;
}

interface Place {
  readonly depth: number;
  /** Whether a map around it is switched off. */
  readonly off: boolean;
}

/**
 * Traces in values of charts: a map with `git.repo` or `helmRepo.chartName` is a package of Big Bang's umbrella chart; a map with
 * `enabled` near the root switches a chart by its name; a map with `repository` and `tag`, or the text of `image`, is an image.
 */
export function valuesTraces(root: YamlMap, rangeOf: RangeOf): readonly ToolTrace[] {
  const walk: Walk = { traces: [], rangeOf, nodes: 0 };
  walkMap(root, { depth: 0, off: false }, walk);
  return walk.traces;
}

function walkMap(map: YamlMap, place: Place, walk: Walk): void {
  if (place.depth > MAXIMUM_DEPTH) return;
  addImage(map, place, walk);
  for (const entry of effectiveEntries(map)) {
    walk.nodes += 1;
    if (walk.nodes > MAXIMUM_NODES) return;
    walkEntry(entry, place, walk);
  }
}

function walkEntry(entry: YamlEntry, place: Place, walk: Walk): void {
  const map = asMap(entry.value);
  if (map !== undefined) {
    const enabled = scalarText(getNode(map, ["enabled"]));
    const off = place.off || enabled === "false";
    if (place.depth < PACKAGE_DEPTH) addPackage({ entry, map, enabled, off }, walk);
    walkMap(map, { depth: place.depth + 1, off }, walk);
    return;
  }
  const items = asSequence(entry.value)?.items;
  if (items !== undefined) walkItems(items, place, walk);
  else if (entryName(entry) === "image") addText(entry.value, place, walk);
}

function walkItems(items: readonly YamlNode[], place: Place, walk: Walk): void {
  for (const item of items) {
    walk.nodes += 1;
    if (walk.nodes > MAXIMUM_NODES) return;
    const map = asMap(item);
    if (map !== undefined) walkMap(map, { ...place, depth: place.depth + 1 }, walk);
  }
}

interface Package {
  readonly entry: YamlEntry;
  readonly map: YamlMap;
  readonly enabled: string | undefined;
  readonly off: boolean;
}

function addPackage({ entry, map, enabled, off }: Package, walk: Walk): void {
  const switched = off ? { off: true } : {};
  const chart = getNode(map, ["helmRepo", "chartName"]);
  const repository = getNode(map, ["git", "repo"]);
  const named = scalarText(chart);
  const address = scalarText(repository);
  if (chart !== undefined && named !== undefined && named !== "") {
    walk.traces.push({ by: "chart", text: named, range: walk.rangeOf(bare(chart)), ...switched });
  } else if (repository !== undefined && address !== undefined && address !== "") {
    const text = lastPart(address);
    walk.traces.push({ by: "chart", text, range: walk.rangeOf(bare(repository)), loose: true, ...switched });
  } else if (enabled === "true" || enabled === "false") {
    const text = inKebabCase(entryName(entry));
    walk.traces.push({ by: "chart", text, range: walk.rangeOf(bare(entry.key)), loose: true, ...switched });
  }
}

/** `anchore-enterprise` of `anchoreEnterprise`, as charts are spelt. */
function inKebabCase(text: string): string {
  let result = "";
  let wasLower = false;
  for (const character of text.slice(0, 100)) {
    const lower = character.toLowerCase();
    result += lower !== character && wasLower ? `-${lower}` : lower;
    wasLower = lower === character;
  }
  return result;
}

function addImage(map: YamlMap, { off }: Place, walk: Walk): void {
  const node = getNode(map, ["repository"]);
  const repository = scalarText(node);
  if (node === undefined || repository === undefined || repository === "") return;
  const tag = scalarText(getNode(map, ["tag"]));
  const registry = scalarText(getNode(map, ["registry"]));
  if (tag === undefined && registry === undefined) return;
  const path = registry === undefined || registry === "" ? repository : `${registry}/${repository}`;
  const text = `${path}:${tag ?? "unknown"}`;
  walk.traces.push({ by: "image", text, range: walk.rangeOf(bare(node)), ...(off ? { off } : {}) });
}

function addText(node: YamlNode, { off }: Place, walk: Walk): void {
  const text = scalarText(node);
  if (text === undefined || !text.includes("/")) return;
  walk.traces.push({ by: "image", text, range: walk.rangeOf(bare(node)), ...(off ? { off } : {}) });
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
