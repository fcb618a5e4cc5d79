import type { Severity } from "@plimsoll/core";

type Paint = (text: string) => string;

/** How parts of the report are set off. Without colour every paint returns its text. */
export interface Palette {
  readonly severity: Readonly<Record<Severity, Paint>>;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly fix: Paint;
  readonly file: Paint;
  readonly good: Paint;
}

const RESET = "\u001b[0m";

/** Select Graphic Rendition (ECMA-48): the codes before the text, a reset after it. */
function sgr(codes: string): Paint {
  return (text) => (text === "" ? "" : `\u001b[${codes}m${text}${RESET}`);
}

const plain: Paint = (text) => text;

/** With `color` false, no escape sequence is written at all. */
export function paletteOf(color: boolean): Palette {
  const paint = color ? sgr : (): Paint => plain;
  return {
    severity: { error: paint("1;31"), warning: paint("1;33"), info: paint("1;36") },
    bold: paint("1"),
    dim: paint("2"),
    fix: paint("32"),
    file: paint("1;4"),
    good: paint("1;32"),
  };
}

/** A symbol of one cell beside each severity, so that colour is never the only sign. */
export const SYMBOLS: Readonly<Record<Severity, string>> = { error: "✖", warning: "▲", info: "●" };
