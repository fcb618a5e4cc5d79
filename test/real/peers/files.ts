import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { chartOf, classifyFile } from "@plimsoll/core";
import { isDockerfileName } from "@plimsoll/syntax";
import { corpusNames } from "@plimsoll/testkit/corpus";
import type { PlainFile } from "../../corpora/check-all.ts";
import { plainFilesOf } from "../../corpora/files.ts";

/** Files that are checked together, as one workspace. */
export interface PeerWorkspace {
  readonly name: string;
  readonly files: readonly PlainFile[];
}

/** The real files without Helm templates, which no tool can judge before they are rendered, and the labelled Dockerfiles. */
export function peerWorkspaces(): readonly PeerWorkspace[] {
  const real = corpusNames.real.map((corpus) => ({
    name: corpus,
    files: withoutTemplates(plainFilesOf(corpus)).map(({ path, text }) => ({
      path: path.slice(corpus.length + 1),
      text,
    })),
  }));
  return [
    ...real,
    { name: "labelled-dockerfiles", files: corpusNames.labelled.flatMap(labelledDockerfiles) },
  ];
}

/** Each in a folder of its own and called Dockerfile, so that every tool takes it for one. */
function labelledDockerfiles(corpus: string): readonly PlainFile[] {
  return plainFilesOf(corpus)
    .filter(({ path }) => isDockerfileName(path))
    .map(({ path, text }) => ({ path: `${path.replace(/[^A-Za-z0-9./_-]/g, "_")}.d/Dockerfile`, text }));
}

function withoutTemplates(files: readonly PlainFile[]): readonly PlainFile[] {
  const charts = new Set(files.filter(({ path }) => path.endsWith("/Chart.yaml")).map(({ path }) => path));
  return files.filter(({ path }) => {
    const chart = chartOf(path);
    return chart === undefined || !charts.has(`${chart}Chart.yaml`);
  });
}

/** Writes a workspace under a folder. */
export function writeWorkspace(folder: string, { files }: PeerWorkspace): void {
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** Reads the files of a folder that Plimsoll reads, in the order of their paths. */
export function readWorkspace(folder: string): PeerWorkspace {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join("/"))
    .map((path) => path.replace(/^\//, ""))
    .filter((path) => classifyFile(path) !== undefined)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
  return { name: folder, files };
}
