import { SourceText } from "@plimsoll/syntax";
import type { FileEdit } from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";

/** Files whose line index is kept. Reports walk file by file, so a few are enough and memory stays bounded. */
const KEPT_FILES = 16;

/** Reads sources once for neighbouring findings, and forgets the oldest. */
export class SourceCache {
  readonly #read: (file: string) => string | undefined;
  readonly #kept = new Map<string, SourceText | undefined>();

  constructor(read: (file: string) => string | undefined) {
    this.#read = read;
  }

  /** The file's text, or undefined where it cannot be read. */
  get(file: string): SourceText | undefined {
    if (this.#kept.has(file)) return this.#kept.get(file);
    const text = this.#read(file);
    const source = text === undefined ? undefined : new SourceText(text);
    if (this.#kept.size >= KEPT_FILES) {
      const [oldest] = this.#kept.keys();
      if (oldest !== undefined) this.#kept.delete(oldest);
    }
    this.#kept.set(file, source);
    return source;
  }

  /** The range of an edit, or undefined where the file cannot be read or has become shorter than the edit says. */
  rangeOf(edit: FileEdit): Range | undefined {
    const source = this.get(edit.file);
    if (source === undefined || edit.end > source.text.length) return undefined;
    return source.rangeOf(edit);
  }
}
