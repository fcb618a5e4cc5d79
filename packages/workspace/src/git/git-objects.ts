import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ChangedFile, RepositoryFile } from "@plimsoll/core/promotion";
import { git, type GitProcess } from "./git-process.ts";

/** Largest file that is read, in bytes. */
const MAXIMUM_FILE_BYTES = 8 * 1024 * 1024;

/** Files read by one call of git. */
const BATCH = 200;

interface TreeEntry {
  readonly mode: string;
  readonly id: string;
  readonly size: number;
}

/** The files of a commit by path; submodules are left out. */
export type Tree = ReadonlyMap<string, TreeEntry>;

/** The files of a commit, or those of them that are named. */
export async function readTree(
  process: GitProcess,
  commit: string,
  paths: readonly string[] = [],
): Promise<Tree> {
  const output = await git(process, {
    args: ["ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", ...paths],
  });
  const tree = new Map<string, TreeEntry>();
  for (const row of output.toString("utf8").split("\0")) {
    const tab = row.indexOf("\t");
    const [mode, type, id, size] = row.slice(0, Math.max(0, tab)).split(" ").filter(Boolean);
    if (type !== "blob" || mode === undefined || id === undefined) continue;
    tree.set(row.slice(tab + 1), { mode, id, size: Number(size) });
  }
  return tree;
}

/** The texts of files of a tree, in the order asked for. */
export async function readFiles(
  process: GitProcess,
  tree: Tree,
  paths: readonly string[],
): Promise<readonly RepositoryFile[]> {
  const files = paths.flatMap((path) => {
    const entry = tree.get(path);
    return entry === undefined ? [] : [{ path, ...entry }];
  });
  const wanted = [...new Set(files.filter((file) => refusal(file) === undefined).map(({ id }) => id))];
  const blobs = new Map<string, Buffer>();
  for (let start = 0; start < wanted.length; start += BATCH)
    await readBlobs(process, wanted.slice(start, start + BATCH), blobs);
  return files.map((file): RepositoryFile => {
    const unreadable = refusal(file);
    if (unreadable !== undefined) return { path: file.path, unreadable };
    const text = decoded(blobs.get(file.id));
    return text === undefined ? { path: file.path, unreadable: "is not UTF-8" } : { path: file.path, text };
  });
}

function refusal({ mode, size }: TreeEntry): string | undefined {
  if (mode === "120000") return "is a symbolic link";
  return size > MAXIMUM_FILE_BYTES ? `is larger than ${MAXIMUM_FILE_BYTES / 1024 / 1024} MiB` : undefined;
}

/** Byte for byte: a byte-order mark stays, and what is not UTF-8 is no text. */
function decoded(bytes: Buffer | undefined): string | undefined {
  try {
    return bytes === undefined
      ? undefined
      : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function readBlobs(
  process: GitProcess,
  ids: readonly string[],
  blobs: Map<string, Buffer>,
): Promise<void> {
  const output = await git(process, {
    args: ["cat-file", "--batch"],
    input: Buffer.from(`${ids.join("\n")}\n`),
  });
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(10, at);
    const [id, type, size] = output.toString("latin1", at, end).split(" ");
    const length = Number(size);
    if (id === undefined || type !== "blob" || !Number.isSafeInteger(length)) return;
    blobs.set(id, output.subarray(end + 1, end + 1 + length));
    at = end + 1 + length + 1;
  }
}

/** Who commits, and when (milliseconds since 1970). */
export interface Committer {
  readonly name: string;
  readonly email: string;
  readonly now: () => number;
}

/** Makes a commit that changes files of its parent and keeps their modes. Only the object is made; no branch moves. */
export async function makeCommit(
  process: GitProcess,
  {
    parent,
    files,
    message,
  }: { readonly parent: string; readonly files: readonly ChangedFile[]; readonly message: string },
  committer: Committer,
): Promise<string> {
  const index = join(process.folder, `index-${randomUUID()}`);
  const variables = { GIT_INDEX_FILE: index };
  try {
    const tree = await readTree(process, parent);
    await git(process, { args: ["read-tree", parent], variables });
    const rows: string[] = [];
    for (const { path, text } of files) {
      const input = Buffer.from(text);
      const id = line(await git(process, { args: ["hash-object", "-w", "--stdin", "--no-filters"], input }));
      rows.push(`${tree.get(path)?.mode ?? "100644"} ${id}\t${path}\0`);
    }
    await git(process, {
      args: ["update-index", "-z", "--index-info"],
      input: Buffer.from(rows.join("")),
      variables,
    });
    const written = line(await git(process, { args: ["write-tree"], variables }));
    const args = ["commit-tree", "--no-gpg-sign", "-p", parent, written];
    return line(await git(process, { args, input: Buffer.from(message), variables: identity(committer) }));
  } finally {
    rmSync(index, { force: true });
  }
}

function identity({ name, email, now }: Committer): Record<string, string> {
  const date = `${Math.floor(now() / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}

/** The first line of an output. */
export function line(output: Buffer): string {
  return output.toString("latin1").split("\n", 1)[0] ?? "";
}
