import { existsSync, realpathSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import {
  CodedError,
  type CommandLineSettings,
  type Configuration,
  type ConfigurationNote,
  loadConfiguration,
  type RuleSet,
} from "@plimsoll/core";
import { commonFolder, findRepositoryRoot, isInside, realPath, workspacePath } from "../source/paths.ts";
import { readSource } from "../source/read-source.ts";
import { rebaseConfiguration } from "./rebase.ts";

/** Names of configuration files, in the order in which they are looked for in a folder. */
export const CONFIGURATION_NAMES = ["plimsoll.yaml", "plimsoll.yml"] as const;

/** What a command says about where it works. */
export interface WorkspaceRequest {
  /** Absolute folder of the call. */
  readonly cwd: string;
  /** Paths as given, relative to `cwd` or absolute; empty for `cwd` itself. */
  readonly paths: readonly string[];
  /** Configuration file as given, `none` for none, undefined to look for one. */
  readonly config: string | undefined;
  readonly overrides: CommandLineSettings;
  readonly ruleSet: RuleSet;
}

/** Where a command works, and by which configuration. */
export interface Workspace {
  /** Absolute real path: the repository's root, else the folder of the call, else the folder that holds all paths. */
  readonly root: string;
  readonly isRepository: boolean;
  /** Absolute paths to check. */
  readonly paths: readonly string[];
  /** Workspace path of the configuration file; undefined where there is none. */
  readonly configurationFile: string | undefined;
  readonly configuration: Configuration;
  readonly notes: readonly ConfigurationNote[];
  /** Reads a file of the workspace by its path; undefined where there is none or it is no text. */
  readonly read: (path: string) => string | undefined;
}

/**
 * Finds the root and the configuration. No process is started.
 * @throws CodedError `config/not-found`, `config/outside-workspace`, `config/unreadable`, or what the configuration itself is wrong in.
 */
export async function openWorkspace(request: WorkspaceRequest): Promise<Workspace> {
  const cwd = realpathSync(request.cwd);
  const paths = request.paths.length === 0 ? [cwd] : request.paths.map((path) => resolve(cwd, path));
  const common = nearestExisting(commonFolder(paths));
  const repository = findRepositoryRoot(common);
  const root = repository ?? (isInside(cwd, common) ? cwd : common);
  const read = (path: string): string | undefined => readText(root, path);
  const file = configurationFile({ root, common, cwd, config: request.config });
  const loaded = await loadConfiguration({
    ...(file === undefined ? {} : { path: file }),
    read: (path) => Promise.resolve(read(path)),
    ruleSet: request.ruleSet,
    overrides: request.overrides,
  });
  return {
    root,
    isRepository: repository !== undefined,
    paths,
    configurationFile: file,
    configuration: rebaseConfiguration(loaded.configuration, file),
    notes: loaded.notes,
    read,
  };
}

/** The real path of a folder, or of the nearest one above it that exists: a path that is missing is reported by the search for files. */
function nearestExisting(folder: string): string {
  for (let next = folder; ; next = dirname(next)) {
    const real = realPath(next);
    if (real !== undefined || dirname(next) === next) return real ?? next;
  }
}

interface ConfigurationSearch {
  readonly root: string;
  readonly common: string;
  readonly cwd: string;
  readonly config: string | undefined;
}

function configurationFile({ root, common, cwd, config }: ConfigurationSearch): string | undefined {
  if (config === "none") return undefined;
  if (config !== undefined) return namedConfiguration(root, resolve(cwd, config), config);
  for (let folder = common; isInside(root, folder); folder = dirname(folder)) {
    const name = CONFIGURATION_NAMES.find((candidate) => existsSync(join(folder, candidate)));
    if (name !== undefined) return workspacePath(root, join(folder, name));
    if (dirname(folder) === folder) break;
  }
  return undefined;
}

function namedConfiguration(root: string, path: string, given: string): string {
  const real = realPath(path);
  if (real === undefined) {
    throw new CodedError({
      code: "config/not-found",
      message: `There is no configuration file ${JSON.stringify(given)}.`,
      nextStep: "Check the path, or write --config none to check without one.",
    });
  }
  if (!isInside(root, real)) {
    throw new CodedError({
      code: "config/outside-workspace",
      message: `The configuration ${JSON.stringify(given)} lies outside ${root}.`,
      nextStep: "Copy it into the workspace, or name it in extends as a package.",
    });
  }
  return workspacePath(root, real);
}

/** Absent gives undefined; anything else that keeps a file of the configuration from being read is told. */
function readText(root: string, path: string): string | undefined {
  const absolute = join(root, path);
  const real = realPath(absolute);
  if (real === undefined || !isInside(root, real)) return undefined;
  const source = readSource({ path, absolute: real });
  if ("text" in source) return source.text;
  throw new CodedError({
    code: "config/unreadable",
    message: `${path}: ${source.notChecked.reason}`,
    nextStep: "Repair the file or its permissions.",
  });
}
