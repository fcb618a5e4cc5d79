import type { Engine, FileKind, FileMemory, FileResult } from "@plimsoll/core";
import { classifyFile } from "@plimsoll/core";
import type { FolderSource } from "./folder-source.ts";

/** A text to judge. */
export interface CheckInput {
  readonly path: string;
  readonly text: string;
  /** What it is, where its path does not say. */
  readonly kind?: FileKind;
}

/** Judges one text. A crash of the engine is a result, so it never throws. */
export function checkInput(
  engine: Engine,
  source: Pick<FolderSource, "siblingsOf">,
  { path, text, kind }: CheckInput,
  memory?: FileMemory,
): FileResult {
  const sibling = source.siblingsOf(path);
  try {
    return engine.checkFile({ path, text, sibling, ...(kind === undefined ? {} : { kind }) }, memory);
  } catch (error) {
    const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const reason = `The check of this file failed (${cause.slice(0, 300)}). Please report it with the file.`;
    return unread(path, kind, [{ file: path, code: "file/crashed", reason }]);
  }
}

/** The result of a file of which nothing could be judged. */
export function unread(
  path: string,
  kind: FileKind | undefined,
  notChecked: FileResult["notChecked"],
): FileResult {
  return {
    path,
    kind: kind ?? classifyFile(path) ?? "yaml",
    checked: false,
    resources: 0,
    findings: [],
    suppressed: [],
    notChecked,
    records: [],
  };
}
