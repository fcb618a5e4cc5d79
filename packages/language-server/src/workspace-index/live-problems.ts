import type { ConfigurationProblem } from "@plimsoll/core";
import type { Folder } from "./folder.ts";
import { type ConfigurationRequest, loadFolderConfiguration } from "./folder-configuration.ts";

const NAMES: ReadonlySet<string> = new Set([
  "plimsoll.yaml",
  "plimsoll.yml",
  "plimsoll-waivers.yaml",
  "plimsoll-waivers.yml",
]);

/** Whether a file is one that the folder's configuration was, or would be, read from. */
export function isConfigurationFile(folder: Folder, path: string): boolean {
  return folder.configuration?.files.has(path) === true || NAMES.has(path.slice(path.lastIndexOf("/") + 1));
}

/** What is wrong with the configuration files as they stand in the editor, before they are saved and count. */
export class LiveProblems {
  readonly #folder: Folder;
  readonly #ruleSet: ConfigurationRequest["ruleSet"];
  #problems: readonly ConfigurationProblem[] | undefined;
  #runs = 0;

  constructor(folder: Folder, ruleSet: ConfigurationRequest["ruleSet"]) {
    this.#folder = folder;
    this.#ruleSet = ruleSet;
  }

  /** The problems to show: those of the unsaved texts, else those of what was loaded. */
  all(): readonly ConfigurationProblem[] {
    return this.#problems ?? this.#folder.configuration?.problems ?? [];
  }

  /** What is saved is what counts again. */
  clear(): void {
    this.#runs += 1;
    this.#problems = undefined;
  }

  /** Reads the configuration with the texts that are open. False where a newer run overtook this one. */
  async update(): Promise<boolean> {
    this.#runs += 1;
    const run = this.#runs;
    const { source, settings, open } = this.#folder;
    const { problems } = await loadFolderConfiguration({
      source,
      ruleSet: this.#ruleSet,
      settings,
      overlay: (path) => open.documentOf(path)?.text,
    });
    if (run !== this.#runs) return false;
    this.#problems = problems;
    return true;
  }
}
