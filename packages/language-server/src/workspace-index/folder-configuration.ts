import {
  CodedError,
  type Configuration,
  ConfigurationError,
  type ConfigurationProblem,
  loadConfiguration,
  parseWaivers,
  type RuleSet,
  type Waiver,
} from "@plimsoll/core";
import { rebaseConfiguration, rebaseWaiver } from "@plimsoll/workspace/rebase";
import type { Settings } from "../protocol.ts";
import type { FolderSource } from "./folder-source.ts";

/** Names of configuration files, in the order in which they are looked for. */
const NAMES = ["plimsoll.yaml", "plimsoll.yml"] as const;

/** What a folder is judged by. */
export interface FolderConfiguration {
  readonly configuration: Configuration;
  /** Workspace path; undefined where there is none. */
  readonly file: string | undefined;
  readonly waivers: readonly Waiver[];
  /** What is wrong with the files that it is read from. */
  readonly problems: readonly ConfigurationProblem[];
  /** Workspace paths of all files that were asked for, there or not: a change of one of them is a change of the configuration. */
  readonly files: ReadonlySet<string>;
  /** Set where the configuration could not be used: an older one or the defaults hold instead. */
  readonly failure: string | undefined;
}

/** What to load. */
export interface ConfigurationRequest {
  readonly source: FolderSource;
  readonly ruleSet: RuleSet;
  readonly settings: Settings;
  /** Text of a file as an editor holds it, before it is saved; undefined for what the disk says. */
  readonly overlay?: (path: string) => string | undefined;
  /** Holds where the present one is wrong. */
  readonly previous?: Configuration;
}

/** Reads the configuration and the waivers of a folder. It never throws: what is wrong is told as problems. */
export async function loadFolderConfiguration(request: ConfigurationRequest): Promise<FolderConfiguration> {
  const reader = new Reader(request);
  const file = await findConfiguration(request, reader);
  const loaded = await load(request, reader, file);
  const waivers: Waiver[] = [];
  const problems: ConfigurationProblem[] = [...loaded.problems];
  for (const waiverFile of loaded.configuration.waiverFiles) {
    const parsed = parseWaivers(waiverFile, (await reader.read(waiverFile)) ?? "");
    waivers.push(...parsed.waivers.map(rebaseWaiver));
    problems.push(...parsed.problems);
  }
  return { ...loaded, file, waivers, problems, files: reader.files };
}

/** Remembers what was asked for. */
class Reader {
  readonly files: Set<string> = new Set();
  readonly #request: ConfigurationRequest;

  constructor(request: ConfigurationRequest) {
    this.#request = request;
  }

  readonly read = async (path: string): Promise<string | undefined> => {
    this.files.add(path);
    const open = this.#request.overlay?.(path);
    if (open !== undefined) return open;
    const outcome = await this.#request.source.read(path);
    if ("text" in outcome) return outcome.text;
    if ("missing" in outcome) return undefined;
    throw new CodedError({
      code: "config/unreadable",
      message: `${path}: ${outcome.notChecked.reason}`,
      nextStep: "Repair the file or its permissions.",
    });
  };
}

/** The file that the settings name, else the nearest from the folder upwards to the root. */
async function findConfiguration(
  { source, settings }: ConfigurationRequest,
  reader: Reader,
): Promise<string | undefined> {
  const { folder } = source;
  if (settings.configurationFile !== "") return joinPath(folder, settings.configurationFile);
  for (let at = folder; ; at = at.slice(0, Math.max(at.lastIndexOf("/"), 0))) {
    for (const name of NAMES) {
      const path = joinPath(at, name);
      try {
        if ((await reader.read(path)) !== undefined) return path;
      } catch {
        // It is there and cannot be read: loading it tells why.
        return path;
      }
    }
    if (at === "") return undefined;
  }
}

type Loaded = Pick<FolderConfiguration, "configuration" | "problems" | "failure">;

async function load(
  request: ConfigurationRequest,
  reader: Reader,
  file: string | undefined,
): Promise<Loaded> {
  const { ruleSet, settings } = request;
  const overrides = settings.profile === "" ? {} : { profile: settings.profile };
  try {
    const loaded = await loadConfiguration({
      ...(file === undefined ? {} : { path: file }),
      read: reader.read,
      ruleSet,
      overrides,
    });
    return {
      configuration: rebaseConfiguration(loaded.configuration, file),
      problems: [],
      failure: undefined,
    };
  } catch (error) {
    const configuration = request.previous ?? (await defaults(ruleSet));
    if (error instanceof ConfigurationError)
      return { configuration, problems: error.problems, failure: firstLine(error.message) };
    const failure = error instanceof Error ? error.message : String(error);
    return { configuration, problems: [], failure };
  }
}

/** What holds without any file. */
async function defaults(ruleSet: RuleSet): Promise<Configuration> {
  const { configuration } = await loadConfiguration({ read: () => Promise.resolve(undefined), ruleSet });
  return configuration;
}

function joinPath(folder: string, path: string): string {
  const clean = path.startsWith("./") ? path.slice(2) : path;
  return folder === "" ? clean : `${folder}/${clean}`;
}

function firstLine(text: string): string {
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(0, end);
}
