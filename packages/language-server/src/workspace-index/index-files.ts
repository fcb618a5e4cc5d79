import {
  CUSTOM_SCHEMA_MARK,
  type CustomSchema,
  type Engine,
  type FileResult,
  type NotChecked,
  readCustomSchemas,
} from "@plimsoll/core";
import type { DigestLock } from "../features/code-actions/digest-lock.ts";
import { checkInput, unread } from "./checker.ts";
import type { FolderSource, ReadOutcome } from "./folder-source.ts";
import type { Pause } from "./cross-file.ts";

/** Characters of schemas that are kept of one folder. */
const MAXIMUM_SCHEMA_CHARACTERS = 64 * 1024 * 1024;

/** Custom kinds by the file that defines them. */
export class SchemaCollection {
  readonly #byFile = new Map<string, { readonly text: string; readonly schemas: readonly CustomSchema[] }>();
  #characters = 0;

  /** Takes a file's text, or its absence. True where the kinds that it defines changed. */
  set(path: string, text: string | undefined): boolean {
    const before = this.#byFile.get(path);
    if (text === undefined || !text.includes(CUSTOM_SCHEMA_MARK)) {
      if (before !== undefined) this.#characters -= sizeOf(before.schemas);
      return this.#byFile.delete(path);
    }
    if (before?.text === text) return false;
    const { schemas } = readCustomSchemas(path, text);
    if (before === undefined && schemas.length === 0) return false;
    if (this.#characters + sizeOf(schemas) > MAXIMUM_SCHEMA_CHARACTERS) return false;
    this.#characters += sizeOf(schemas) - sizeOf(before?.schemas ?? []);
    this.#byFile.set(path, { text, schemas });
    return true;
  }

  all(): readonly CustomSchema[] {
    return [...this.#byFile.keys()].sort().flatMap((path) => this.#byFile.get(path)?.schemas ?? []);
  }
}

function sizeOf(schemas: readonly CustomSchema[]): number {
  return schemas.reduce((sum, { text }) => sum + text.length, 0);
}

/** What indexing reads and where it puts what it finds. */
export interface IndexRun {
  readonly source: FolderSource;
  readonly engine: Engine;
  readonly schemas: SchemaCollection;
  readonly digests: DigestLock;
  readonly pause: Pause;
  readonly signal: AbortSignal;
  /** Text of a file that is open, for its custom kinds: the file itself is judged elsewhere. */
  readonly openText: (path: string) => string | undefined;
  readonly take: (path: string, result: FileResult) => void;
  /** The file is not there. */
  readonly onGone: (path: string) => void;
  readonly onProgress: (done: number, total: number) => void;
}

/** Reads and judges files one by one, in slices. Stops quietly when the signal says so. */
export async function indexFiles(paths: readonly string[], run: IndexRun): Promise<void> {
  let done = 0;
  for (const path of paths) {
    if (run.signal.aborted) return;
    const open = run.openText(path);
    if (open === undefined) await indexFile(path, run);
    else note(path, open, run);
    done += 1;
    run.onProgress(done, paths.length);
    await run.pause();
  }
}

async function indexFile(path: string, run: IndexRun): Promise<void> {
  const outcome = await run.source.read(path);
  // It may have been opened while it was read.
  if (run.signal.aborted || run.openText(path) !== undefined) return;
  if ("missing" in outcome) {
    run.onGone(path);
    return;
  }
  note(path, "text" in outcome ? outcome.text : undefined, run);
  run.take(path, detached(resultOf(path, outcome, run)));
}

/** The same data, apart from the text of the file, which an engine would keep alive for each name that is a part of it. */
function detached(result: FileResult): FileResult {
  const copy: FileResult = JSON.parse(JSON.stringify(result));
  return copy;
}

/** Keeps what a text says beyond its own findings: kinds that it defines, digests that it names. */
function note(path: string, text: string | undefined, { schemas, digests }: IndexRun): void {
  schemas.set(path, text);
  digests.set(path, text ?? "");
}

/** The result of a file as it was read. */
export function resultOf(
  path: string,
  outcome: Exclude<ReadOutcome, { readonly missing: true }>,
  { engine, source }: Pick<IndexRun, "engine" | "source">,
): FileResult {
  if ("text" in outcome) return checkInput(engine, source, { path, text: outcome.text });
  return unread(path, undefined, [outcome.notChecked]);
}

/** Whether a result says that some kind was not known: it may be, once the kinds that the folder defines are read. */
export function lacksKinds({ notChecked }: { readonly notChecked: readonly NotChecked[] }): boolean {
  return notChecked.some(({ code }) => code.startsWith("schema/"));
}
