import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, isAbsolute, join, relative } from "node:path";

/** Where programs are looked for. */
export interface ProgramSearch {
  /** Folders to look into first, such as an input names them. */
  readonly folders?: readonly string[];
  /** The value of `PATH`. */
  readonly path: string | undefined;
  /** Programs below this folder are passed over: what is checked must not choose what we run. */
  readonly notInside: string | undefined;
}

/** The absolute path of a program, or undefined. Relative folders are passed over. */
export function findProgram(name: string, search: ProgramSearch): string | undefined {
  const names = process.platform === "win32" ? [`${name}.exe`] : [name];
  const onPath = (search.path ?? "")
    .split(delimiter)
    .filter((folder) => search.notInside === undefined || !isInside(search.notInside, folder));
  return [...(search.folders ?? []), ...onPath]
    .filter((folder) => isAbsolute(folder))
    .flatMap((folder) => names.map((each) => join(folder, each)))
    .find(isProgram);
}

function isInside(root: string, folder: string): boolean {
  const path = relative(realPath(root), realPath(folder));
  return path === "" || (!path.startsWith("..") && !isAbsolute(path));
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
