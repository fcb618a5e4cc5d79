import { lstatSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, sep } from "node:path";

/** Whether `path` is `folder` or lies below it. Both absolute; nothing is read. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** The path of a file from the workspace's root, with `/`; `.` for the root itself. */
export function workspacePath(root: string, absolute: string): string {
  const way = relative(root, absolute);
  if (way === "") return ".";
  return sep === "/" ? way : way.split(sep).join("/");
}

/** The deepest folder that holds all paths. A path that is a file counts with the folder that it lies in. */
export function commonFolder(paths: readonly string[]): string {
  const folders = paths.map((path) => (isFolder(path) ? path : dirname(path)));
  let common = folders[0] ?? process.cwd();
  for (const folder of folders) {
    while (!isInside(common, folder)) common = dirname(common);
  }
  return common;
}

/** The nearest folder from `start` upwards that holds `.git` (a folder, or a file in a linked work tree). Starts no process. */
export function findRepositoryRoot(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (lstatSync(join(folder, ".git"), { throwIfNoEntry: false }) !== undefined) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

/** The real path, or undefined where the path or a link on its way leads nowhere. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
