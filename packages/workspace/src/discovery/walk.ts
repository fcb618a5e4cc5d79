import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ignore, { type Ignore } from "ignore";
import type { NotChecked } from "@plimsoll/core";
import { reasonOf } from "../source/read-source.ts";
import { workspacePath } from "../source/paths.ts";

/** Folders that are never entered. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set([".git", "node_modules"]);

const MAXIMUM_DEPTH = 128;
const MAXIMUM_IGNORE_FILE_BYTES = 1024 * 1024;

/** What a walk found: paths of files and symbolic links, absolute, and folders that could not be read. */
export interface Walk {
  readonly files: readonly string[];
  readonly notChecked: readonly NotChecked[];
}

interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** Lists the files below a folder as git would, for places without git: `.gitignore` files count, links are listed but not entered. */
export function walkFolder(root: string, start: string): Walk {
  const steps = walkInSteps(root, start);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, folder by folder, for hosts that have to answer in between. Each step yields how many files were found so far. */
export function* walkInSteps(root: string, start: string): Generator<number, Walk> {
  const files: string[] = [];
  const notChecked: NotChecked[] = [];
  const waiting: Visit[] = [{ folder: start, layers: layersAbove(root, start), depth: 0 }];
  for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
    const own = withIgnoreFile(visit.folder, visit.layers);
    const below: Visit[] = [];
    for (const entry of readFolder(root, visit.folder, notChecked)) {
      const path = join(visit.folder, entry.name);
      if (isIgnored(path, entry.isDirectory(), own)) continue;
      if (!entry.isDirectory()) files.push(path);
      else if (SKIPPED_FOLDERS.has(entry.name)) continue;
      else if (visit.depth >= MAXIMUM_DEPTH) notChecked.push(tooDeep(root, path));
      else below.push({ folder: path, layers: own, depth: visit.depth + 1 });
    }
    waiting.push(...below.reverse());
    yield files.length;
  }
  return { files, notChecked };
}

interface Visit {
  readonly folder: string;
  readonly layers: readonly Layer[];
  readonly depth: number;
}

function readFolder(root: string, folder: string, notChecked: NotChecked[]): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    const reason = `The folder cannot be read: ${reasonOf(error)}.`;
    notChecked.push({ file: workspacePath(root, folder), code: "folder/unreadable", reason });
    return [];
  }
}

function tooDeep(root: string, folder: string): NotChecked {
  const reason = `The folder lies more than ${MAXIMUM_DEPTH} levels deep and is not entered.`;
  return { file: workspacePath(root, folder), code: "folder/too-deep", reason };
}

/** The `.gitignore` files between the root and the folder where the walk starts. */
function layersAbove(root: string, start: string): readonly Layer[] {
  const folders: string[] = [];
  for (let folder = start; folder !== root && dirname(folder) !== folder;) {
    folder = dirname(folder);
    folders.unshift(folder);
  }
  let layers: readonly Layer[] = [];
  for (const folder of folders) layers = withIgnoreFile(folder, layers);
  return layers;
}

function withIgnoreFile(folder: string, layers: readonly Layer[]): readonly Layer[] {
  const text = readIgnoreFile(join(folder, ".gitignore"));
  return text === undefined ? layers : [...layers, { folder, rules: ignore().add(text) }];
}

function readIgnoreFile(path: string): string | undefined {
  try {
    const text = readFileSync(path, "utf8");
    return text.length <= MAXIMUM_IGNORE_FILE_BYTES ? text : undefined;
  } catch {
    // Absent in most folders, and git too goes on without one that it cannot read.
    return undefined;
  }
}

/** The deepest file that says something about a path decides. */
function isIgnored(path: string, isFolder: boolean, layers: readonly Layer[]): boolean {
  for (let index = layers.length - 1; index >= 0; index -= 1) {
    const layer = layers[index];
    if (layer === undefined) continue;
    const verdict = layer.rules.test(workspacePath(layer.folder, path) + (isFolder ? "/" : ""));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
