import { SourceText, type Range } from "@plimsoll/syntax";
import { CHART_NAME } from "../project-names.ts";
import type { SourcePlace } from "../rendered-file.ts";
import { columnsOnSourceLine, positionOn } from "./locate-line.ts";
import { likelyLine, originOfLine } from "./origin.ts";
import type { MarkedLine } from "./chart-copy.ts";
import type { RenderedDocument } from "./rendered-chart.ts";
import { valuePlaces, type ValueFile } from "./value-places.ts";

/** What a chart's places are looked up in. */
export interface ChartSources {
  /** Workspace path of the chart's folder. */
  readonly chart: string;
  /** The template that a `# Source:` names, as a path from the chart's folder; undefined where the chart has no such file. */
  readonly templateOf: (source: string) => string | undefined;
  readonly lineOf: (mark: number) => MarkedLine | undefined;
  /** Text of a file of the chart by its path from the chart's folder. */
  readonly read: (path: string) => SourceText | undefined;
  /** Files of values that a template sees, the last to win first. */
  readonly valuesFor: (template: string) => readonly ValueFile[];
}

/** The place in the chart from which a range of a rendered document (lines of the document, from 1) came. */
export function placeInChart(
  document: RenderedDocument,
  lines: readonly string[],
  range: Range,
  sources: ChartSources,
): SourcePlace {
  const found = findOrigin(document, lines, range.start.line, sources);
  const source = found === undefined ? undefined : sources.read(found.template);
  if (found === undefined || source === undefined) return chartEntry(document, sources);
  const file = joinPath(sources.chart, found.template);
  const text = source.lineText(found.line);
  const lineStart = source.lineStarts[found.line - 1] ?? 0;
  const rendered = lines[range.start.line - 1] ?? "";
  const onOneLine = range.end.line === range.start.line;
  const whole = { text: rendered, startColumn: 1, endColumn: rendered.length + 1 };
  const stretch = {
    text: rendered,
    startColumn: range.start.column,
    endColumn: onOneLine ? range.end.column : rendered.length + 1,
  };
  const columns = columnsOnSourceLine(found.exact ? stretch : whole, text);
  return {
    file,
    range: {
      start: positionOn(found.line, columns.start, lineStart),
      end: positionOn(found.line, columns.end, lineStart),
    },
    related: valuePlaces(actionsOf(source, found.line), sources.valuesFor(found.template)),
  };
}

/** The line, and where it opens a map that an action fills, that action's line. */
function actionsOf(source: SourceText, line: number): string {
  const text = source.lineText(line);
  const next = source.lineText(line + 1);
  return text.trimEnd().endsWith(":") && next.trimStart().startsWith("{{") ? `${text}\n${next}` : text;
}

interface FoundOrigin extends MarkedLine {
  /** Whether the rendered line itself came from there, so that columns can be compared. */
  readonly exact: boolean;
}

function findOrigin(
  document: RenderedDocument,
  lines: readonly string[],
  line: number,
  sources: ChartSources,
): FoundOrigin | undefined {
  const origin = originOfLine(document, lines, line);
  const marked = origin === undefined ? undefined : sources.lineOf(origin.mark);
  if (origin !== undefined && marked !== undefined) return { ...marked, exact: origin.line === line };
  const template = sources.templateOf(document.source);
  const source = template === undefined ? undefined : sources.read(template);
  if (template === undefined || source === undefined) return undefined;
  return { template, line: likelyLine(source.text.split("\n"), lines[line - 1] ?? ""), exact: true };
}

/** Where a packed subchart has no file to point at: the line of `Chart.yaml` that names it, else its first line. */
function chartEntry(document: RenderedDocument, sources: ChartSources): SourcePlace {
  const source = sources.read(CHART_NAME) ?? new SourceText("");
  const subchart = document.source.split("/charts/")[1]?.split("/")[0];
  const lines = source.text.split("\n");
  const named =
    subchart === undefined
      ? -1
      : lines.findIndex((line) => line.replace("- ", "").trim() === `name: ${subchart}`);
  const line = named < 0 ? 1 : named + 1;
  const text = source.lineText(line);
  const start = source.lineStarts[line - 1] ?? 0;
  return {
    file: joinPath(sources.chart, CHART_NAME),
    range: { start: positionOn(line, 1, start), end: positionOn(line, text.length + 1, start) },
    related: [],
  };
}

/** Joins a folder and a path below it; `.` is the workspace's root. */
export function joinPath(folder: string, path: string): string {
  return folder === "." ? path : `${folder}/${path}`;
}
