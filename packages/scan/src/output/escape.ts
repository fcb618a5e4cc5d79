/** Longest foreign text that is shown, in UTF-16 code units. */
const LONGEST = 300;

/**
 * Foreign words on one line with nothing in them that a terminal, a log or a reader could be fooled by: controls (ANSI
 * sequences among them), marks that reorder or hide text and lone surrogates become visible.
 */
export function plainText(text: string, longest: number = LONGEST): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut
    .toWellFormed()
    .replaceAll(/[\r\n]+/g, " ")
    .replaceAll(DECEPTIVE, (character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code <= 0x1f) return String.fromCharCode(0x2400 + code);
      return code === 0x7f ? "\u2421" : `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
    });
}

/** C0 and C1 controls, soft hyphen, marks of direction, invisible separators, byte order mark, tag characters. */
const DECEPTIVE =
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]/gu;

/** An HTML comment that splits a word, so that it is no mention, no link and no workflow command any more. */
const SPLIT = "<!-- -->";

/**
 * Foreign words as text of GitHub-flavoured Markdown in a cell of a table: no markup, no HTML, no mention, no automatic link, no
 * formula, and no line that a log reads as a workflow command.
 */
export function markdownText(text: string): string {
  return plainText(text)
    .replaceAll(/[\\`*_[\]#|~]/g, String.raw`\$&`)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("$", "<span>$</span>")
    .replaceAll(/(?<![A-Za-z0-9])@(?=[A-Za-z0-9])/g, `@${SPLIT}`)
    .replaceAll("::", `:${SPLIT}:`)
    .replaceAll("://", `:${SPLIT}//`)
    .replaceAll(/www\./gi, (match) => `${match.slice(0, 3)}${SPLIT}.`);
}

/** A row of a table. Cells must be escaped already. */
export function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
