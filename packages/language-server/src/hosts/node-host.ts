import { readdirSync, readFileSync } from "node:fs";
import { sizeHeap } from "@plimsoll/workspace";
import { ClientSource } from "../workspace-index/client-source.ts";
import type { FolderSource, Host } from "../workspace-index/folder-source.ts";
import { readPages } from "../workspace-index/read-pages.ts";
import { DiskSource } from "./disk-source.ts";

/** Effects in Node: the clock, the disk for `file:` folders, the client for all others. */
export const nodeHost: Host = {
  today: () => new Date().toISOString().slice(0, 10),
  now: () => performance.timeOrigin + performance.now(),
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  rest: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  open: (folderUri, clientFiles, events): FolderSource =>
    folderUri.startsWith("file:")
      ? new DiskSource(folderUri)
      : new ClientSource(folderUri, clientFiles, events),
  upkeep: sizeHeap,
  loadPages: () => Promise.resolve(import.meta.url.endsWith(".ts") ? sourcePages() : bundledPages()),
};

/** Pages beside the bundle. */
function bundledPages(): ReadonlyMap<string, string> {
  const pages: unknown = JSON.parse(readFileSync(new URL("./pages.json", import.meta.url), "utf8"));
  return readPages(pages);
}

/** In source the generated pages themselves. */
function sourcePages(): ReadonlyMap<string, string> {
  const docs = new URL("../../../../docs/", import.meta.url);
  const pages = new Map<string, string>();
  for (const kind of ["rules", "requirements"]) {
    const folder = new URL(`${kind}/`, docs);
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const id = file.replaceAll("\\", "/");
      if (id.endsWith(".md") && !id.endsWith("README.md"))
        pages.set(`${kind}/${id.slice(0, -".md".length)}`, readFileSync(new URL(id, folder), "utf8"));
    }
  }
  return pages;
}
