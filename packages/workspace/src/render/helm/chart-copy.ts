import { cpSync, lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isInside, realPath, workspacePath } from "../../source/paths.ts";
import { holdsMarkCharacters, markTemplate } from "./marks.ts";

/** Where a mark stands in the chart. */
export interface MarkedLine {
  /** Path of the template from the chart's folder, with `/`. */
  readonly template: string;
  readonly line: number;
}

/** A copy of a chart whose templates carry marks. */
export interface MarkedCopy {
  readonly folder: string;
  /** The line that a mark stands for. */
  readonly lineOf: (mark: number) => MarkedLine | undefined;
}

const MAXIMUM_FILES = 5000;
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** The files of a chart: paths from its folder, with `/`. */
export interface ChartFiles {
  readonly files: readonly string[];
  /** A symbolic link that leads out of the workspace: helm would read through it. */
  readonly escaping: string | undefined;
  readonly tooLarge: boolean;
}

/** Lists a chart's files without following links. */
export function listChart(root: string, folder: string): ChartFiles {
  const files: string[] = [];
  let bytes = 0;
  let escaping: string | undefined;
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined && files.length <= MAXIMUM_FILES; next = pending.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) pending.push(path);
      else files.push(workspacePath(folder, path));
      if (entry.isFile()) bytes += lstatSync(path).size;
      if (entry.isSymbolicLink() && !leadsInside(root, path)) escaping ??= workspacePath(folder, path);
    }
  }
  return { files: files.sort(), escaping, tooLarge: files.length > MAXIMUM_FILES || bytes > MAXIMUM_BYTES };
}

/** Copies a chart and marks its templates. Undefined where a template holds the marks' characters already. */
export function copyWithMarks(source: string, target: string, chart: ChartFiles): MarkedCopy | undefined {
  cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  const starts: { readonly template: string; readonly first: number }[] = [];
  let next = 1;
  for (const template of chart.files.filter(isTemplate)) {
    const path = join(target, template);
    if (!lstatSync(path).isFile()) continue;
    const text = readFileSync(path, "utf8");
    if (holdsMarkCharacters(text)) return undefined;
    starts.push({ template, first: next });
    writeFileSync(path, markTemplate(text, next));
    next += text.split("\n").length;
  }
  return { folder: target, lineOf: (mark) => findLine(starts, mark) };
}

/** Whether helm reads a file of a chart (or of a chart in its `charts` folder) as a template. */
export function isTemplate(path: string): boolean {
  const parts = path.split("/");
  const at = parts.indexOf("templates");
  const leads = parts.slice(0, at).every((part, index) => index % 2 === 1 || part === "charts");
  return at >= 0 && at % 2 === 0 && leads && /\.(?:ya?ml|tpl|txt|json)$/u.test(path);
}

function findLine(
  starts: readonly { readonly template: string; readonly first: number }[],
  mark: number,
): MarkedLine | undefined {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle]?.first ?? 0) <= mark) low = middle;
    else high = middle - 1;
  }
  const found = starts[low];
  return found === undefined || mark < found.first
    ? undefined
    : { template: found.template, line: mark - found.first + 1 };
}

function leadsInside(root: string, path: string): boolean {
  const real = realPath(path);
  return real === undefined || isInside(root, real);
}
