import { visibleLine } from "../report/visible-text.ts";
import type { Palette } from "./palette.ts";

/** What the terminal can do. The caller decides: nothing is read from the environment here. */
export interface PrettyOptions {
  /** Write colours (SGR sequences). Off unless given. */
  readonly color?: boolean;
  /** Cells of a line. 100 unless given; kept between 40 and 200. */
  readonly width?: number;
  /** Make rule ids links to their pages (OSC 8). Off unless given. */
  readonly hyperlinks?: boolean;
}

/** The options with defaults, and what follows from them. */
export interface PrettyStyle {
  readonly palette: Palette;
  readonly width: number;
  readonly hyperlinks: boolean;
}

/** Longest words of a message, path or title that are shown, in UTF-16 code units. */
const LONGEST_TEXT = 2000;

/** Foreign text on one line, safe for a terminal and of bounded length. */
export function shownText(text: string): string {
  const cut = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return visibleLine(cut);
}
