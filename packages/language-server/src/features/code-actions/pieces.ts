import { orderEdits, type TextEdit } from "@plimsoll/syntax";

/** A stretch of a text that was edited: a span of the original text, or text that came in. */
type Piece =
  | { readonly from: "original"; readonly start: number; readonly end: number }
  | { readonly from: "edit"; readonly text: string };

/**
 * A text that is edited in several rounds, and the edits of the original that come to the same. Each round's edits count in the
 * text that the round before left.
 */
export class Pieces {
  readonly #original: string;
  #pieces: readonly Piece[];

  constructor(original: string) {
    this.#original = original;
    this.#pieces = [{ from: "original", start: 0, end: original.length }];
  }

  /** The text as it is after all rounds. */
  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join("");
  }

  /**
   * Makes the edits of one round.
   * @throws RangeError where they overlap or reach outside the text.
   */
  apply(edits: readonly TextEdit[]): void {
    const ordered = orderEdits(edits);
    if (ordered === undefined) throw new RangeError("edits overlap");
    const cutter = new Cutter(this.#pieces);
    const next: Piece[] = [];
    for (const edit of ordered) {
      next.push(...cutter.takeTo(edit.start));
      cutter.takeTo(edit.end);
      if (edit.newText !== "") next.push({ from: "edit", text: edit.newText });
    }
    next.push(...cutter.rest());
    this.#pieces = next;
  }

  /** The edits that make the present text out of the original, in order; none overlap or touch. */
  edits(): readonly TextEdit[] {
    const edits: TextEdit[] = [];
    let at = 0;
    let newText = "";
    const flush = (to: number): void => {
      if (to > at || newText !== "") {
        const edit = trimmed(this.#original, { start: at, end: to, newText });
        if (edit !== undefined) edits.push(edit);
      }
      newText = "";
    };
    for (const piece of this.#pieces) {
      if (piece.from === "edit") newText += piece.text;
      else if (piece.start === piece.end) continue;
      else if (piece.start === at && newText === "") at = piece.end;
      else {
        flush(piece.start);
        at = piece.end;
      }
    }
    flush(this.#original.length);
    return edits;
  }

  #textOf(piece: Piece): string {
    return piece.from === "edit" ? piece.text : this.#original.slice(piece.start, piece.end);
  }
}

/** An edit without what it would replace by itself; undefined where nothing is left. */
function trimmed(text: string, { start, end, newText }: TextEdit): TextEdit | undefined {
  let head = 0;
  const most = Math.min(end - start, newText.length);
  while (head < most && text.charCodeAt(start + head) === newText.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < most - head &&
    text.charCodeAt(end - 1 - tail) === newText.charCodeAt(newText.length - 1 - tail)
  )
    tail += 1;
  const edit = { start: start + head, end: end - tail, newText: newText.slice(head, newText.length - tail) };
  return edit.start === edit.end && edit.newText === "" ? undefined : edit;
}

/** Cuts a row of pieces from left to right by offsets of the text that they make. */
class Cutter {
  readonly #pieces: readonly Piece[];
  #index = 0;
  /** How much of the present piece is taken. */
  #taken = 0;
  #offset = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  takeTo(offset: number): readonly Piece[] {
    const taken: Piece[] = [];
    while (this.#offset < offset) {
      const piece = this.#pieces[this.#index];
      if (piece === undefined) throw new RangeError("an edit lies outside the text");
      const left = lengthOf(piece) - this.#taken;
      const length = Math.min(left, offset - this.#offset);
      if (length > 0) taken.push(cut(piece, this.#taken, this.#taken + length));
      this.#offset += length;
      this.#taken += length;
      if (length < left) continue;
      this.#index += 1;
      this.#taken = 0;
    }
    return taken;
  }

  rest(): readonly Piece[] {
    const first = this.#pieces[this.#index];
    if (first === undefined) return [];
    return [cut(first, this.#taken, lengthOf(first)), ...this.#pieces.slice(this.#index + 1)];
  }
}

function lengthOf(piece: Piece): number {
  return piece.from === "edit" ? piece.text.length : piece.end - piece.start;
}

function cut(piece: Piece, start: number, end: number): Piece {
  if (piece.from === "edit") return { from: "edit", text: piece.text.slice(start, end) };
  return { from: "original", start: piece.start + start, end: piece.start + end };
}
