import { visibleLine } from "../report/visible-text.ts";

/** Longest foreign text in a cell, in UTF-16 code units. */
const LONGEST_TEXT = 500;
/** An HTML comment that splits a word: what follows it is no mention and no link any more, and nobody sees it. */
const SPLIT = "<!-- -->";

/**
 * Foreign words as text of GitHub-flavoured Markdown on one line: no markup, no HTML, no mention, no automatic link, no
 * formula, and safe in a cell of a table.
 */
export function markdownText(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return visibleLine(cut)
    .replaceAll(/[\\`*_[\]#|~]/g, String.raw`\$&`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("$", "<span>$</span>")
    .replaceAll(/(?<![A-Za-z0-9])@(?=[A-Za-z0-9])/g, `@${SPLIT}`)
    .replaceAll("://", `:${SPLIT}//`)
    .replaceAll(/www\./gi, (match) => `${match.slice(0, 3)}${SPLIT}.`);
}

/** The same as code. A code span cannot escape a backquote, so it is an element. */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}

/** A link whose words are foreign; `address` must be a URI already. */
export function markdownLink(text: string, address: string | undefined): string {
  return address === undefined ? markdownCode(text) : `[${markdownText(text)}](<${address}>)`;
}

/** A row of a table. Cells must be escaped already. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** Bytes of a text in UTF-8. Lone surrogates count as U+FFFD, as they are written. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x80) length += 1;
    else if (code < 0x800) length += 2;
    else if (isPair(code, text.charCodeAt(index + 1))) {
      length += 4;
      index += 1;
    } else length += 3;
  }
  return length;
}

function isPair(high: number, low: number): boolean {
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}
