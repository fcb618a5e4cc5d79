import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { isInside } from "../source/paths.ts";

/** Where programs are looked for. */
export interface SearchPath {
  /** The value of `PATH`. */
  readonly path: string | undefined;
  /** Programs inside this folder are passed over: a checked repository must not choose what we run. */
  readonly notInside: string;
}

const EXTENSIONS = process.platform === "win32" ? [".exe"] : [""];

/** The absolute path of a program on `PATH`, or undefined. Relative entries of `PATH` are passed over. */
export function findExecutable(name: string, search: SearchPath): string | undefined {
  for (const folder of (search.path ?? "").split(delimiter)) {
    if (!isAbsolute(folder) || isInside(search.notInside, folder)) continue;
    for (const extension of EXTENSIONS) {
      const candidate = join(folder, name + extension);
      if (isExecutableFile(candidate)) return candidate;
    }
  }
  return undefined;
}

function isExecutableFile(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
