import type { SourceText } from "@plimsoll/syntax";
import { lineLayout, type LineLayout } from "./line-layout.ts";

/** A map around the cursor. */
export interface Level {
  /** How many steps lead to it. */
  readonly depth: number;
  /** The keys that it has elsewhere, with the scalar behind each on its line, or an empty text. */
  readonly entries: ReadonlyMap<string, string>;
}

/** An element whose parent is looked for: the column of its key or of its dash. */
export interface Element {
  readonly column: number;
  readonly isDash: boolean;
}

/** A document longer than this is read only so far. */
const MAXIMUM_LINES = 60_000;
const MAXIMUM_DEPTH = 100;

interface OpenLevel {
  readonly column: number;
  /** Steps from the root, known when the walk has ended; until then counted from the inside. */
  readonly inside: number;
  readonly entries: Map<string, string>;
}

/** Walks from a line up to the start of its document, from the inside out by columns, and then down for further entries. */
export class AncestorWalk {
  readonly #source: SourceText;
  readonly #line: number;
  /** From the inside out. */
  readonly #steps: (string | number)[] = [];
  readonly #levels: OpenLevel[] = [];
  #element: Element = { column: 0, isDash: false };
  #hasFailed = false;

  /** @param line the line of the cursor, from 1 */
  constructor(source: SourceText, line: number) {
    this.#source = source;
    this.#line = line;
  }

  /**
   * The way from the root to the map or list that an element stands in.
   * @param own the layout of the element's line; undefined for a line of blanks
   */
  from(
    element: Element,
    own: LineLayout | undefined,
  ): { readonly path: readonly (string | number)[]; readonly levels: readonly Level[] } | undefined {
    this.#element = element;
    this.#open(element.column);
    this.#dashesBefore(own?.dashes ?? []);
    this.#walkUp();
    if (this.#hasFailed || this.#steps.length > MAXIMUM_DEPTH) return undefined;
    this.#walkDown();
    const path = [...this.#steps].reverse();
    const levels = [...this.#levels]
      .reverse()
      .map(({ inside, entries }) => ({ depth: path.length - inside, entries }));
    return { path, levels };
  }

  #open(column: number): void {
    this.#levels.push({ column, inside: this.#steps.length, entries: new Map() });
  }

  /** The items that start on the element's own line, from the innermost outwards. */
  #dashesBefore(dashes: readonly number[]): void {
    for (const dash of [...dashes].reverse()) {
      if (dash >= this.#element.column) continue;
      this.#steps.push(0);
      this.#element = { column: dash, isDash: true };
    }
  }

  #walkUp(): void {
    const first = Math.max(1, this.#line - MAXIMUM_LINES);
    for (let line = this.#line - 1; line >= first && !this.#hasFailed; line -= 1) {
      const text = this.#source.lineText(line);
      if (isDocumentMark(text)) return;
      const layout = lineLayout(text);
      if (layout !== undefined) this.#meet(layout);
    }
    // Where the document is longer than what is read, nobody knows what is around.
    if (first > 1) this.#hasFailed = true;
  }

  /** A line above: a sibling, the parent, or something deeper that does not matter. */
  #meet(layout: LineLayout): void {
    const { column: own, isDash } = this.#element;
    if (layout.first > own) return;
    const hasKeyHere = layout.key !== undefined && layout.column === own;
    if (hasKeyHere && !isDash) {
      this.#collect(layout);
      this.#dashesBefore(layout.dashes);
      return;
    }
    if (layout.dashes.includes(own)) {
      // An item before this one; or a list at the column of the key that it belongs to, which is a sibling of this key.
      if (isDash) this.#dashesBefore(layout.dashes.filter((dash) => dash < own));
      return;
    }
    if (layout.first === own && !hasKeyHere) this.#hasFailed = true;
    else this.#climb(layout);
  }

  /** The line that the element belongs to: its last key or dash before the element, or the key above a list at the same column. */
  #climb(layout: LineLayout): void {
    const { column: own, isDash } = this.#element;
    const isAbove = layout.column < own || (isDash && layout.column === own);
    if (isAbove) {
      if (layout.key === undefined ? layout.value !== "" : !holdsBlock(layout.value)) {
        this.#hasFailed = true;
        return;
      }
      if (layout.key !== undefined) {
        this.#steps.push(layout.key);
        this.#element = { column: layout.column, isDash: false };
        this.#open(layout.column);
        this.#collect(layout);
      }
    }
    this.#dashesBefore(layout.dashes);
  }

  #collect(layout: LineLayout): void {
    const entries = this.#levels.at(-1)?.entries;
    if (entries !== undefined) addEntry(entries, layout);
  }

  /** Entries below the cursor of the maps that are still open there. */
  #walkDown(): void {
    const { lineStarts } = this.#source;
    const last = Math.min(lineStarts.length, this.#line + MAXIMUM_LINES);
    let open = 0;
    for (let line = this.#line + 1; line <= last; line += 1) {
      const text = this.#source.lineText(line);
      if (isDocumentMark(text)) return;
      const layout = lineLayout(text);
      if (layout === undefined) continue;
      open = this.#stillOpen(open, layout.first);
      const level = this.#levels[open];
      if (level === undefined) return;
      if (layout.column === level.column && layout.dashes.length === 0) addEntry(level.entries, layout);
    }
  }

  /** The innermost level, from one on outwards, that a line starting at a column does not end. */
  #stillOpen(from: number, column: number): number {
    let open = from;
    while (open < this.#levels.length && (this.#levels[open]?.column ?? 0) > column) open += 1;
    return open;
  }
}

/** The entry nearest to the cursor counts: of two with one key that is the one that somebody is at. */
function addEntry(entries: Map<string, string>, { key, value }: LineLayout): void {
  if (key !== undefined && !entries.has(key)) entries.set(key, unquoted(value));
}

/** Whether a value that starts on the line of its key can go on below it as a map or list: nothing but an anchor or a tag is there. */
function holdsBlock(value: string): boolean {
  return value.split(" ").every((word) => word === "" || word.startsWith("&") || word.startsWith("!"));
}

function isDocumentMark(line: string): boolean {
  if (!line.startsWith("---") && !line.startsWith("...")) return false;
  return line.length === 3 || line[3] === " " || line[3] === "\t";
}

function unquoted(value: string): string {
  const quote = value.charAt(0);
  const isQuoted = (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote);
  return isQuoted ? value.slice(1, -1) : value;
}
