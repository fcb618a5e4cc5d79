import type { Configuration, Waiver } from "@plimsoll/core";

/**
 * Globs of a configuration count from the folder of its file; the engine counts from the workspace's root. This puts the
 * folder in front of them.
 * @param file workspace path of the configuration file
 */
export function rebaseConfiguration(configuration: Configuration, file: string | undefined): Configuration {
  const folder = folderOf(file);
  if (folder === undefined) return configuration;
  const rebase = (globs: readonly string[]): readonly string[] =>
    globs.map((glob) => rebaseGlob(folder, glob));
  return {
    ...configuration,
    include: rebase(configuration.include),
    exclude: rebase(configuration.exclude),
    overrides: configuration.overrides.map((override) => ({ ...override, paths: rebase(override.paths) })),
  };
}

/** The same for a waiver's paths, which count from the folder of the waiver file. */
export function rebaseWaiver(waiver: Waiver): Waiver {
  const folder = folderOf(waiver.source.file);
  const { paths } = waiver.scope;
  if (folder === undefined || paths === undefined) return waiver;
  return { ...waiver, scope: { ...waiver.scope, paths: paths.map((glob) => rebaseGlob(folder, glob)) } };
}

/** A workspace path as it is written in a file of a folder: the other way round. */
export function pathFromFolder(file: string, path: string): string {
  const folder = folderOf(file);
  return folder !== undefined && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

function folderOf(file: string | undefined): string | undefined {
  const at = file?.lastIndexOf("/") ?? -1;
  return at <= 0 ? undefined : file?.slice(0, at);
}

function rebaseGlob(folder: string, glob: string): string {
  let rest = glob;
  while (rest.startsWith("./") || rest.startsWith("/")) rest = rest.slice(rest.indexOf("/") + 1);
  return `${folder}/${rest}`;
}
