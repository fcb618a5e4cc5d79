import { join, resolve } from "node:path";
import { CodedError, type PeerTool } from "@plimsoll/core";
import {
  type PeerSetting,
  readNamedSettings,
  type ReadSettingsFile,
  readSettingsFile,
  SETTINGS_FILE_NAMES,
  type SettingsFile,
} from "@plimsoll/core/migrate";
import { isInside, readSource, realPath, workspacePath } from "@plimsoll/workspace";
import { controlIdOf } from "./peer-knowledge.ts";

/** Settings of other tools that were found. */
export interface GatheredSettings {
  /** Tools that have a file which says something of their checks. */
  readonly tools: readonly PeerTool[];
  readonly settings: readonly PeerSetting[];
}

/**
 * Reads the settings of other tools: the files with their usual names in a folder, those that these name, and those that a
 * person names (absolute paths).
 * @throws CodedError where a file that is there, or is named, cannot be read.
 */
export function gatherSettings(folder: string, named: readonly string[]): GatheredSettings {
  const tools = new Set<PeerTool>();
  const settings: PeerSetting[] = [];
  const seen = new Set<string>();
  const visit = (absolute: string, read: (file: SettingsFile) => ReadSettingsFile | undefined): void => {
    if (seen.has(absolute)) return;
    seen.add(absolute);
    const found = read({ path: workspacePath(folder, absolute), text: readText(folder, absolute) });
    if (found === undefined) return;
    if (speaks(found)) tools.add(found.tool);
    settings.push(...found.settings);
    for (const { effect } of found.settings)
      if (effect.kind === "file" && realPath(resolve(folder, effect.path)) !== undefined)
        visit(resolve(folder, effect.path), (file) => readNamedSettings(file, controlIdOf));
  };
  for (const name of SETTINGS_FILE_NAMES) {
    const absolute = join(folder, name);
    if (realPath(absolute) !== undefined) visit(absolute, (file) => readSettingsFile(file, controlIdOf));
  }
  for (const path of named) visit(path, (file) => readNamedSettings(file, controlIdOf));
  return { tools: [...tools], settings };
}

/** Trivy has settings for much else: only what is about its checks shows that these are in use. */
function speaks({ tool, settings }: ReadSettingsFile): boolean {
  const kinds = new Set(["check", "only", "exception"]);
  return tool !== "trivy" || settings.some(({ effect }) => kinds.has(effect.kind));
}

function readText(folder: string, absolute: string): string {
  const path = workspacePath(folder, absolute);
  const real = realPath(absolute);
  if (real !== undefined && !isInside(folder, real)) {
    throw new CodedError({
      code: "migrate/outside-folder",
      message: `${JSON.stringify(path)} lies outside ${folder}.`,
      nextStep: "Copy it into the folder that is migrated.",
    });
  }
  const source = readSource({ path, absolute });
  if ("text" in source) return source.text;
  throw new CodedError({
    code: "migrate/unreadable",
    message: `${path}: ${source.notChecked.reason}`,
    nextStep: "Repair the file or its permissions.",
  });
}
