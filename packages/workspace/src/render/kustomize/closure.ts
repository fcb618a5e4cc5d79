import { posix } from "node:path";
import { joinPath } from "../helm/chart-places.ts";
import { KUSTOMIZATION_NAMES } from "../project-names.ts";
import { type Kustomization, readKustomization } from "./kustomization.ts";

/** A kustomization with everything local that it draws in. */
export interface Closure {
  /** Workspace path of the kustomization. */
  readonly file: string;
  /** The overlay first, then what it draws in, in the order of discovery. */
  readonly kustomizations: readonly Kustomization[];
  /** Why it cannot be rendered here: something is remote, missing or needs another tool. */
  readonly obstacle: string | undefined;
}

/** Reads files of the workspace. */
export interface ClosureReader {
  readonly read: (path: string) => string | undefined;
  /** Whether a path of the workspace is a folder, a file, or neither. */
  readonly kindOf: (path: string) => "folder" | "file" | undefined;
}

const MAXIMUM_KUSTOMIZATIONS = 500;

/** Follows the references of a kustomization. Nothing remote is ever fetched: it is an obstacle. */
export function closureOf(file: string, reader: ClosureReader): Closure {
  const found = new Map<string, Kustomization>();
  const end = (obstacle?: string): Closure => ({ file, kustomizations: [...found.values()], obstacle });
  const pending = [file];
  for (let next = pending.shift(); next !== undefined; next = pending.shift()) {
    if (found.has(next)) continue;
    if (found.size >= MAXIMUM_KUSTOMIZATIONS)
      return end(`It draws in more than ${MAXIMUM_KUSTOMIZATIONS} kustomizations.`);
    const kustomization = readKustomization(next, reader.read(next) ?? "");
    if (kustomization === undefined) return end(`${next} cannot be read as a kustomization.`);
    found.set(next, kustomization);
    const step = follow(kustomization, reader);
    if (typeof step === "string") return end(step);
    pending.push(...step);
  }
  return end();
}

/** The kustomizations that one refers to, or what stands in the way. */
function follow(kustomization: Kustomization, reader: ClosureReader): readonly string[] | string {
  if (kustomization.usesHelm)
    return `${kustomization.file} inflates a Helm chart, which fetches it. Run: kustomize build --enable-helm`;
  const next: string[] = [];
  for (const reference of [...kustomization.resources, ...kustomization.others]) {
    const path = posix.normalize(joinPath(kustomization.folder, reference)).replace(/\/$/u, "");
    const kind = isUrl(reference) || path.startsWith("..") ? undefined : reader.kindOf(path);
    if (kind === undefined) {
      return `${kustomization.file} refers to ${JSON.stringify(reference)}, which is remote or missing; only what is in the workspace is read.`;
    }
    if (kind === "file") continue;
    const file = KUSTOMIZATION_NAMES.map((name) => joinPath(path, name)).find(
      (name) => reader.kindOf(name) === "file",
    );
    if (file === undefined)
      return `${kustomization.file} refers to ${JSON.stringify(reference)}, a folder without a kustomization.`;
    next.push(file);
  }
  return next;
}

function isUrl(reference: string): boolean {
  return reference.includes("://") || reference.startsWith("git@") || reference.includes("?ref=");
}
