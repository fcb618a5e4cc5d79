import type { Inventory, ResourceRecord } from "../inventory/inventory.ts";
import { nodeKindOf, objectNodeId } from "./add-objects.ts";
import { environmentOfPath } from "./environment-name.ts";
import type { FileFacts, KustomizationFacts } from "./file-facts.ts";
import type { GraphBuilder } from "./graph-builder.ts";

/** Kustomizations by folder, and objects by file. */
interface Layout {
  readonly kustomizations: ReadonlyMap<string, KustomizationFacts>;
  readonly objects: ReadonlyMap<string, readonly ResourceRecord[]>;
}

/** Kustomizations that one of them leads to. */
const MAXIMUM_REACHED = 10_000;

/** What GitOps objects deploy, and which environments objects serve: by the paths that they name, and those that kustomizations name. */
export function addGitOps(builder: GraphBuilder, inventory: Inventory): void {
  const layout = layoutOf(inventory);
  for (const folder of layout.kustomizations.keys()) addOverlay(builder, folder, layout);
  for (const record of inventory.resources) {
    addEnvironment(builder, record, record.file);
    if (nodeKindOf(record) === "gitops") addReconciled(builder, record, layout);
  }
}

function layoutOf({ resources, files }: Inventory): Layout {
  const objects = new Map<string, ResourceRecord[]>();
  for (const record of resources) {
    const list = objects.get(record.file);
    if (list === undefined) objects.set(record.file, [record]);
    else list.push(record);
  }
  return { objects, kustomizations: new Map(files.flatMap(kustomizationOf)) };
}

function kustomizationOf({ file, kustomization }: FileFacts): [string, KustomizationFacts][] {
  return kustomization === undefined ? [] : [[folderOf(file), kustomization]];
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf("/")));
}

/** An object whose path, or an overlay that takes it in, names an environment serves that environment. */
function addEnvironment(builder: GraphBuilder, record: ResourceRecord, path: string): void {
  const name = environmentOfPath(path);
  const from = name === undefined ? undefined : objectNodeId(record);
  if (name === undefined || from === undefined) return;
  const to = builder.node({ id: `environment:${name}`, kind: "environment", name });
  builder.edge({ from, to, relation: "serves", file: record.file, range: record.range });
}

function addOverlay(builder: GraphBuilder, folder: string, layout: Layout): void {
  const path = `${folder}/kustomization.yaml`;
  if (environmentOfPath(path) === undefined) return;
  for (const file of filesBelow(folder, layout)) {
    for (const record of layout.objects.get(file) ?? []) addEnvironment(builder, record, path);
  }
}

function addReconciled(builder: GraphBuilder, record: ResourceRecord, layout: Layout): void {
  const from = objectNodeId(record);
  const path = record.settings?.["path"];
  const folder = path === undefined ? undefined : joinPath("", path);
  if (from === undefined || folder === undefined || folder === "") return;
  for (const file of filesBelow(folder, layout)) {
    for (const object of layout.objects.get(file) ?? []) {
      const to = objectNodeId(object);
      if (to === undefined || to === from) continue;
      builder.edge({ from, to, relation: "reconciles", file: record.file, range: record.range });
    }
  }
}

/** The files with objects that a folder stands for: those that its kustomization leads to, or all below it where it has none. */
function filesBelow(folder: string, { kustomizations, objects }: Layout): readonly string[] {
  if (!kustomizations.has(folder)) return [...objects.keys()].filter((file) => file.startsWith(`${folder}/`));
  const queue = [folder];
  const seen = new Set(queue);
  for (const current of queue) {
    for (const { text } of kustomizations.get(current)?.resources ?? []) {
      const path = joinPath(current, text);
      if (path === undefined || seen.has(path) || seen.size >= MAXIMUM_REACHED) continue;
      seen.add(path);
      queue.push(path);
    }
  }
  return [...seen].filter((path) => objects.has(path));
}

/** A relative path from a folder; undefined where it leads out of the workspace. */
function joinPath(folder: string, relative: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}
