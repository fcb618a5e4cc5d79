import { classifyFile } from "@plimsoll/core";
import { type FileEvent, FileChangeType } from "vscode-languageserver";
import type { Folder } from "../workspace-index/folder.ts";
import { isConfigurationFile } from "../workspace-index/live-problems.ts";
import type { Workspace } from "./workspace.ts";

/** Files that matter to those beside and below them, by the end of their name. */
const SIBLINGS: readonly string[] = [
  ".dockerignore",
  ".containerignore",
  "/Chart.yaml",
  "/hardening_manifest.yaml",
  "/Dockerfile",
  "/kustomization.yaml",
];

/** What file events act on. */
export interface FileEventTarget {
  readonly workspace: Workspace;
  readonly reload: (folder: Folder) => void;
}

/** Takes what the client saw on disk: configuration is read again, files are, and those beside them where it matters. */
export function applyFileEvents(events: readonly FileEvent[], { workspace, reload }: FileEventTarget): void {
  const reloads = new Set<Folder>();
  for (const folder of workspace.all()) {
    const changes = events.flatMap(({ uri, type }) => {
      const path = folder.source.pathOf(uri);
      return path === undefined ? [] : [{ path, type }];
    });
    if (changes.some(({ path }) => isConfigurationFile(folder, path))) reloads.add(folder);
    applyToFolder(folder, changes);
  }
  for (const folder of reloads) reload(folder);
}

interface Change {
  readonly path: string;
  readonly type: FileChangeType;
}

function applyToFolder(folder: Folder, changes: readonly Change[]): void {
  const touched = changes.filter(({ path }) => classifyFile(path) !== undefined);
  if (touched.some(({ type }) => type === FileChangeType.Created)) folder.index.relist();
  folder.index.refresh(touched.map(({ path }) => path).filter((path) => !isOpen(folder, path)));
  for (const { path } of changes)
    if (SIBLINGS.some((end) => `/${path}`.endsWith(end))) recheckBeside(folder, path);
}

function isOpen(folder: Folder, path: string): boolean {
  return folder.open.documentOf(path) !== undefined;
}

/** Files in the folder of a file, and below it. */
function recheckBeside(folder: Folder, path: string): void {
  const start = path.slice(0, path.lastIndexOf("/") + 1);
  const isBeside = (other: string): boolean => other !== path && other.startsWith(start);
  for (const other of folder.open.paths()) if (isBeside(other)) folder.recheck(other);
  const closed = (folder.crossFile?.paths() ?? []).filter(
    (other) => isBeside(other) && !isOpen(folder, other),
  );
  folder.index.refresh(closed);
}
