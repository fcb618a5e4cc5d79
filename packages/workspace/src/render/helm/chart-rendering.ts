import type { NotChecked } from "@plimsoll/core";
import type { Range, SourceText } from "@plimsoll/syntax";
import type { RenderedFile, Rendering } from "../rendered-file.ts";
import { CHART_NAME } from "../project-names.ts";
import { isTemplate, type MarkedLine } from "./chart-copy.ts";
import { type ChartSources, joinPath, placeInChart } from "./chart-places.ts";
import type { RenderedDocument } from "./rendered-chart.ts";
import type { ValueFile } from "./value-places.ts";

/** A chart that was rendered. */
export interface RenderedChart {
  /** Workspace path of its folder. */
  readonly chart: string;
  readonly name: string;
  /** Its files, as paths from its folder. */
  readonly files: readonly string[];
  readonly lineOf: (mark: number) => MarkedLine | undefined;
  readonly read: (path: string) => SourceText | undefined;
}

/** Groups the documents of a render by template, and says which files of the chart are judged through it. */
export function chartRendering(documents: readonly RenderedDocument[], chart: RenderedChart): Rendering {
  const sources = chartSources(chart);
  const groups = new Map<string, RenderedDocument[]>();
  for (const document of documents) {
    // A packed subchart has no file here: what it makes is judged as part of the chart.
    const path = sources.templateOf(document.source) ?? CHART_NAME;
    const group = groups.get(path);
    if (group === undefined) groups.set(path, [document]);
    else group.push(document);
  }
  const files = [...groups].map(([path, group]) => renderedFile(joinPath(chart.chart, path), group, sources));
  const inputs = chart.files.filter((path) => isTemplate(path) || isChartInput(path));
  return {
    files,
    notChecked: inputs
      .filter((path) => isManifestTemplate(path) && !groups.has(path))
      .map((path) => unused(chart, path)),
    consumed: inputs.map((path) => joinPath(chart.chart, path)),
    unchecked: [],
  };
}

function renderedFile(
  path: string,
  documents: readonly RenderedDocument[],
  sources: ChartSources,
): RenderedFile {
  const starts: number[] = [];
  let line = 1;
  for (const document of documents) {
    starts.push(line);
    line += document.text.split("\n").length - 1;
  }
  const split = documents.map((document) => document.text.split("\n"));
  const locate = (range: Range) => {
    const index = starts.findLastIndex((start) => start <= range.start.line);
    const document = documents[index] ?? documents[0];
    if (document === undefined) throw new RangeError("a rendered file has at least one document");
    return placeInChart(document, split[index] ?? [], shiftLines(range, 1 - (starts[index] ?? 1)), sources);
  };
  return { path, text: documents.map(({ text }) => text).join(""), locate };
}

function shiftLines(range: Range, by: number): Range {
  return {
    start: { ...range.start, line: range.start.line + by },
    end: { ...range.end, line: range.end.line + by },
  };
}

function chartSources(chart: RenderedChart): ChartSources {
  const known = new Set(chart.files);
  const texts = new Map<string, SourceText | undefined>();
  const read = (path: string): SourceText | undefined => {
    if (!texts.has(path)) texts.set(path, known.has(path) ? chart.read(path) : undefined);
    return texts.get(path);
  };
  return {
    chart: chart.chart,
    templateOf: (source) => {
      const path = pathBelowChart(source);
      return known.has(path) ? path : undefined;
    },
    lineOf: chart.lineOf,
    read,
    valuesFor: (template) => valueFiles(chart.chart, template, read),
  };
}

/** The values that a template of a chart or of its subcharts sees: the outermost chart's file wins. */
function valueFiles(
  chart: string,
  template: string,
  read: (path: string) => SourceText | undefined,
): readonly ValueFile[] {
  const files: ValueFile[] = [];
  const parts = template.split("/");
  const names = parts.filter((_, index) => parts[index - 1] === "charts");
  for (let depth = 0; depth <= names.length; depth += 1) {
    const folder = names
      .slice(0, depth)
      .map((name) => `charts/${name}/`)
      .join("");
    const source = read(`${folder}values.yaml`);
    if (source === undefined) continue;
    files.push({
      file: joinPath(chart, `${folder}values.yaml`),
      text: source.text,
      prefix: names.slice(depth),
    });
  }
  return files;
}

/** `# Source:` starts with the chart's name; the rest is the path from its folder. */
function pathBelowChart(source: string): string {
  return source.slice(source.indexOf("/") + 1);
}

/** Files that helm reads besides templates. */
export function isChartInput(path: string): boolean {
  return /(?:^|\/)(?:Chart\.ya?ml|values[^/]*\.ya?ml|values\.schema\.json|Chart\.lock)$/u.test(path);
}

function isManifestTemplate(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /\.ya?ml$/u.test(name) && !name.startsWith("_") && isTemplate(path);
}

function unused(chart: RenderedChart, path: string): NotChecked {
  return {
    file: joinPath(chart.chart, path),
    code: "helm/template-unused",
    reason:
      "The template makes no resource with the chart's default values (a chart's tests are not rendered).",
  };
}
