import { LINE_WORDS, type PictureLine } from "./picture.ts";

/** A row of text in a box. */
export interface SvgRow {
  readonly kind: PictureLine["kind"];
  readonly text: string;
}

/** Characters of a row that fit into a box. */
const ROW_LENGTH = 34;
/** Rows of one line; what goes beyond is cut. */
const MAXIMUM_ROWS = 3;

/** A line in words: what it is, and what it says. */
export function wordsOf({ kind, text }: PictureLine): string {
  return kind === "does" ? text : `${LINE_WORDS[kind]}: ${text}`;
}

/** A line broken into rows between words. */
export function rowsOf(line: PictureLine): readonly SvgRow[] {
  const rows: string[] = [];
  let row = "";
  for (const word of wordsOf(line).split(" ")) {
    const longer = row === "" ? word : `${row} ${word}`;
    if (longer.length > ROW_LENGTH && row !== "") {
      rows.push(row);
      row = `  ${word}`;
    } else row = longer;
  }
  rows.push(row);
  const kept =
    rows.length > MAXIMUM_ROWS
      ? [...rows.slice(0, MAXIMUM_ROWS - 1), `${rows[MAXIMUM_ROWS - 1] ?? ""}…`]
      : rows;
  return kept.map((text) => ({ kind: line.kind, text: cut(text, ROW_LENGTH + 2) }));
}

/** The start of a text, with an ellipsis where it is longer. */
export function cut(text: string, length: number): string {
  const characters = Array.from(text.slice(0, length * 2));
  if (characters.length <= length) return characters.join("");
  return `${characters.slice(0, length - 1).join("")}…`;
}
