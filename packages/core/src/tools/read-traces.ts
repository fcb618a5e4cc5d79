import {
  asMap,
  asSequence,
  effectiveEntries,
  entryName,
  getNode,
  scalarText,
  type Range,
  type Span,
  type YamlMap,
  type YamlNode,
} from "@plimsoll/syntax";
import type { FileKind } from "../engine/file-kind.ts";
import { lastPart } from "./last-part.ts";
import type { ToolTrace } from "./tool-trace.ts";
import { valuesTraces } from "./values-traces.ts";

/** Traces of one document that are kept. */
const MAXIMUM_TRACES = 500;

/** Where a document lies, and how its spans become ranges of the file. */
export interface TraceSource {
  readonly path: string;
  readonly kind: FileKind;
  readonly rangeOf: (span: Span) => Range;
}

/** Paths of charts' names and of namespaces inside objects of reconcilers, by kind. */
const CHARTS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  [
    "HelmRelease",
    [
      ["spec", "chart", "spec", "chart"],
      ["spec", "chartRef", "name"],
    ],
  ],
  ["HelmChart", [["spec", "chart"]]],
  [
    "Application",
    [
      ["spec", "source", "chart"],
      ["spec", "source", "path"],
    ],
  ],
  [
    "ApplicationSet",
    [
      ["spec", "template", "spec", "source", "chart"],
      ["spec", "template", "spec", "source", "path"],
    ],
  ],
  ["OCIRepository", [["spec", "url"]]],
  ["GitRepository", [["spec", "url"]]],
]);

const NAMESPACES: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  ["HelmRelease", [["spec", "targetNamespace"]]],
  ["HelmChart", [["spec", "targetNamespace"]]],
  ["Application", [["spec", "destination", "namespace"]]],
  ["ApplicationSet", [["spec", "template", "spec", "destination", "namespace"]]],
]);

/** Where values of a chart stand inside an object. */
const VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ["HelmRelease", ["spec", "values"]],
  ["Application", ["spec", "source", "helm", "valuesObject"]],
]);

/**
 * Traces of tools in a document: charts that reconcilers install, charts and images of packages (Chart.yaml, Zarf), and charts and
 * images in values, among them the packages of Big Bang's umbrella chart.
 */
export function tracesOfDocument(root: YamlNode | undefined, source: TraceSource): readonly ToolTrace[] {
  const map = asMap(root);
  if (map === undefined) return [];
  return tracesOfMap(map, source).slice(0, MAXIMUM_TRACES);
}

function tracesOfMap(map: YamlMap, source: TraceSource): readonly ToolTrace[] {
  const name = source.path.slice(source.path.lastIndexOf("/") + 1);
  if (name === "Chart.yaml" || name === "Chart.yml") return chartTraces(map, source);
  if (source.kind === "kustomization") return namesAt(map, ["helmCharts"], source);
  if (source.kind !== "yaml" && source.kind !== "json") return [];
  const kind = scalarText(getNode(map, ["kind"]));
  if (kind === "ZarfPackageConfig") return zarfTraces(map, source);
  if (kind !== undefined) return objectTraces(map, kind, source);
  return getNode(map, ["apiVersion"]) === undefined ? valuesTraces(map, source.rangeOf) : [];
}

function objectTraces(map: YamlMap, kind: string, source: TraceSource): readonly ToolTrace[] {
  const charts = (CHARTS.get(kind) ?? []).flatMap((path) => chartAt(getNode(map, path), source));
  const spaces = (NAMESPACES.get(kind) ?? []).flatMap((path) => namespaceAt(getNode(map, path), source));
  const sources = kind === "Application" ? asSequence(getNode(map, ["spec", "sources"])) : undefined;
  const more = sources?.items.flatMap((item) => chartAt(getNode(item, ["chart"]), source)) ?? [];
  const path = VALUES.get(kind);
  const values = path === undefined ? undefined : asMap(getNode(map, path));
  const inside = values === undefined ? [] : valuesTraces(values, source.rangeOf);
  return [...charts, ...spaces, ...more, ...inside];
}

function namespaceAt(node: YamlNode | undefined, { rangeOf }: TraceSource): readonly ToolTrace[] {
  const text = scalarText(node);
  if (node === undefined || text === undefined || text === "") return [];
  return [{ by: "namespace", text, range: rangeOf(bare(node)) }];
}

/** The chart that a node names; of a path or address it is the last part. */
function chartAt(node: YamlNode | undefined, { rangeOf }: TraceSource): readonly ToolTrace[] {
  const text = scalarText(node);
  if (node === undefined || text === undefined) return [];
  const name = lastPart(text);
  if (name === "" || name.length > 100) return [];
  const loose = name === text ? {} : { loose: true };
  return [{ by: "chart", text: name, range: rangeOf(bare(node)), ...loose }];
}

function chartTraces(map: YamlMap, source: TraceSource): readonly ToolTrace[] {
  const images = scalarText(getNode(map, ["annotations", "helm.sh/images"]));
  const imagesNode = getNode(map, ["annotations", "helm.sh/images"]);
  return [
    ...chartAt(getNode(map, ["name"]), source),
    ...namesAt(map, ["dependencies"], source),
    ...(images === undefined || imagesNode === undefined
      ? []
      : listedImages(images).map((text): ToolTrace => ({
          by: "image",
          text,
          range: source.rangeOf(bare(imagesNode)),
        }))),
  ];
}

/** The images of a list that stands in an annotation as text: lines with `image:`. */
function listedImages(text: string): readonly string[] {
  return text
    .split("\n", 1_000)
    .map((line) => line.trim())
    .map((line) => (line.startsWith("- ") ? line.slice(2).trim() : line))
    .filter((line) => line.startsWith("image:"))
    .map((line) => line.slice("image:".length).trim())
    .filter((image) => image !== "");
}

function namesAt(map: YamlMap, path: readonly string[], source: TraceSource): readonly ToolTrace[] {
  const items = asSequence(getNode(map, path))?.items ?? [];
  return items.slice(0, MAXIMUM_TRACES).flatMap((item) => chartAt(getNode(item, ["name"]), source));
}

function zarfTraces(map: YamlMap, source: TraceSource): readonly ToolTrace[] {
  const components = asSequence(getNode(map, ["components"]))?.items ?? [];
  return components.slice(0, MAXIMUM_TRACES).flatMap((component) => {
    const part = asMap(component);
    if (part === undefined) return [];
    const images = asSequence(getNode(part, ["images"]))?.items ?? [];
    const bigBang = asMap(getNode(part, ["extensions"]));
    const extensions = bigBang === undefined ? [] : effectiveEntries(bigBang);
    return [
      ...namesAt(part, ["charts"], source),
      ...images.slice(0, MAXIMUM_TRACES).flatMap((node) => imageAt(node, source)),
      ...extensions.map((entry): ToolTrace => ({
        by: "chart",
        text: entryName(entry),
        range: source.rangeOf(bare(entry.key)),
      })),
    ];
  });
}

function imageAt(node: YamlNode, { rangeOf }: TraceSource): readonly ToolTrace[] {
  const text = scalarText(node);
  return text === undefined || text === "" ? [] : [{ by: "image", text, range: rangeOf(bare(node)) }];
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
