import type { Position, Range } from "@plimsoll/syntax";

/** Records are flat; what nests deeper is left as it is. */
const MAXIMUM_DEPTH = 12;

/**
 * Makes the records of one file small to keep. They come from another thread, where every occurrence of a string is a copy,
 * and they name objects, namespaces and labels many times over: equal strings become one string, equal lists of labels one
 * object, and places one object in place of three. That halves what a file costs when 100,000 of them are kept.
 */
export class SmallRecords {
  readonly #strings = new Map<string, string>();
  readonly #texts = new Map<string, object>();

  /** Changes plain data in place: the data must be the caller's own. */
  shrink(value: unknown, depth: number): void {
    if (typeof value !== "object" || value === null || depth > MAXIMUM_DEPTH) return;
    for (const [key, entry] of Object.entries(value)) {
      if (typeof entry === "string") Reflect.set(value, key, this.#shared(entry));
      else if (isRange(entry)) Reflect.set(value, key, new SmallRange(entry));
      else if (typeof entry === "object" && entry !== null) {
        this.shrink(entry, depth + 1);
        if (isTexts(entry)) Reflect.set(value, key, this.#sharedTexts(entry));
      }
    }
  }

  #shared(text: string): string {
    const known = this.#strings.get(text);
    if (known === undefined) this.#strings.set(text, text);
    return known ?? text;
  }

  /** A map of strings, such as labels, or an empty list. */
  #sharedTexts(texts: object): object {
    const key = JSON.stringify(texts);
    const known = this.#texts.get(key);
    if (known === undefined) this.#texts.set(key, texts);
    return known ?? texts;
  }
}

function isTexts(value: object): boolean {
  return Object.values(value).every((entry) => typeof entry === "string");
}

function isRange(value: unknown): value is Range {
  if (typeof value !== "object" || value === null || !("start" in value) || !("end" in value)) return false;
  return isPosition(value.start) && isPosition(value.end) && Object.keys(value).length === 2;
}

function isPosition(value: unknown): value is Position {
  return (
    typeof value === "object" && value !== null && "line" in value && "column" in value && "offset" in value
  );
}

/** A range that keeps its numbers and makes its positions when they are asked for. */
class SmallRange implements Range {
  private readonly startLine: number;
  private readonly startColumn: number;
  private readonly startOffset: number;
  private readonly endLine: number;
  private readonly endColumn: number;
  private readonly endOffset: number;

  constructor({ start, end }: Range) {
    this.startLine = start.line;
    this.startColumn = start.column;
    this.startOffset = start.offset;
    this.endLine = end.line;
    this.endColumn = end.column;
    this.endOffset = end.offset;
  }

  get start(): Position {
    return { line: this.startLine, column: this.startColumn, offset: this.startOffset };
  }

  get end(): Position {
    return { line: this.endLine, column: this.endColumn, offset: this.endOffset };
  }

  /** As a plain range, for whoever writes a record down. */
  toJSON(): Range {
    return { start: this.start, end: this.end };
  }
}
