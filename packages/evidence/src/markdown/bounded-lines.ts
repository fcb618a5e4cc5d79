import { utf8Length } from "./markdown-text.ts";

/** Bytes kept for notices about what did not fit. */
const NOTICE_ROOM = 2000;

/** Lines of text within a number of bytes of UTF-8. */
export class BoundedLines {
  readonly #limit: number;
  readonly #lines: string[] = [];
  #used = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Adds the lines together, or none of them where they do not fit any more. Says whether they are in. */
  add(...lines: readonly string[]): boolean {
    const length = lines.reduce((sum, line) => sum + utf8Length(line) + 1, 0);
    if (this.#used + length > this.#limit - NOTICE_ROOM) return false;
    this.#used += length;
    this.#lines.push(...lines);
    return true;
  }

  /** Adds words of ours about what did not fit, as a paragraph, out of the room that is kept for them. */
  addNotice(text: string): void {
    this.#used += utf8Length(text) + 2;
    this.#lines.push("", text);
  }

  get used(): number {
    return this.#used;
  }

  get lines(): readonly string[] {
    return this.#lines;
  }
}
