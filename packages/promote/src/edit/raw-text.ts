import {
  digestFault,
  replaceScalar,
  type TextEdit,
  type YamlDocument,
  type YamlScalar,
} from "@plimsoll/syntax";
import type { Refusal } from "../plan.ts";

/** Why something cannot be edited. */
export type Reason = Pick<Refusal, "code" | "message" | "nextStep">;

/** Part of a scalar's text and what replaces it. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** The edits of the document that change a scalar's text so, or why it cannot be done without touching more. */
export function editScalar(
  document: YamlDocument,
  scalar: YamlScalar,
  changes: readonly TextChange[],
): readonly TextEdit[] | Reason {
  const reason = unfit(scalar);
  if (reason !== undefined) return reason;
  const whole = wholeText(scalar, changes);
  if (whole !== undefined) {
    const edits = replaceScalar(document, scalar, whole);
    return edits.length === 0 ? NOT_EDITABLE : edits;
  }
  const start = innerStart(scalar);
  const raw = document.text.slice(start, scalar.style === "plain" ? scalar.end : scalar.end - 1);
  if (raw !== scalar.text) return raw.includes("\n") || raw.includes("\r") ? SEVERAL_LINES : ESCAPED;
  return changes.map((change) => ({
    start: start + change.start,
    end: start + change.end,
    newText: change.newText,
  }));
}

/** The new text where nothing of the old one stays and quotes may be needed that are not there. */
function wholeText({ style, text, tag }: YamlScalar, changes: readonly TextChange[]): string | undefined {
  const [change, another] = changes;
  if (change === undefined || another !== undefined || tag !== undefined) return undefined;
  if (style === "empty") return change.newText;
  const isWhole = style === "plain" && change.start === 0 && change.end === text.length;
  return isWhole && digestFault(change.newText) !== undefined ? change.newText : undefined;
}

/** Where a scalar's own text starts, behind its quote. */
function innerStart({ style, start }: YamlScalar): number {
  return style === "plain" ? start : start + 1;
}

function unfit({ style, tag }: YamlScalar): Reason | undefined {
  if (style === "literal" || style === "folded") return BLOCK;
  if (tag !== undefined && tag !== "!!str" && tag !== "!") return TAGGED;
  return undefined;
}

/** The edits of the outer document for edits of the text that a literal block scalar holds. */
export function editLiteral(
  document: YamlDocument,
  scalar: YamlScalar,
  edits: readonly TextEdit[],
): readonly TextEdit[] | Reason {
  if (scalar.style !== "literal") return scalar.style === "folded" ? BLOCK : ESCAPED;
  const lines = new LiteralLines(document, scalar);
  const mapped: TextEdit[] = [];
  for (const edit of edits) {
    const start = lines.offsetOf(edit.start);
    const old = scalar.text.slice(edit.start, edit.end);
    const end = start === undefined ? 0 : start + old.length;
    if (start === undefined || document.text.slice(start, end) !== old || /[\r\n]/u.test(old + edit.newText))
      return SEVERAL_LINES;
    mapped.push({ start, end, newText: edit.newText });
  }
  return mapped;
}

/** Where the lines of a literal's text stand in its document. */
class LiteralLines {
  /** Start of each line in the scalar's text. */
  readonly #inner: readonly number[];
  /** Start of each line's own text in the document; undefined where the two lines differ. */
  readonly #outer: readonly (number | undefined)[];

  constructor(document: YamlDocument, scalar: YamlScalar) {
    const [, ...raw] = linesOf(document.text, scalar.start, scalar.end);
    const inner = linesOf(scalar.text, 0, scalar.text.length);
    this.#inner = inner.map(({ start }) => start);
    this.#outer = inner.map(({ text }, index) => {
      const line = raw[index];
      if (line === undefined || !line.text.endsWith(text)) return undefined;
      const indent = line.text.length - text.length;
      return line.text.slice(0, indent).trim() === "" ? line.start + indent : undefined;
    });
  }

  offsetOf(offset: number): number | undefined {
    let low = 0;
    let high = this.#inner.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#inner[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const outer = this.#outer[low - 1];
    return outer === undefined ? undefined : outer + offset - (this.#inner[low - 1] ?? 0);
  }
}

interface Line {
  readonly start: number;
  /** Without its line break. */
  readonly text: string;
}

function linesOf(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  let from = start;
  while (from < end) {
    const found = text.indexOf("\n", from);
    const stop = found < 0 || found >= end ? end : found;
    const last = text.charCodeAt(stop - 1) === 13 && stop > from ? stop - 1 : stop;
    lines.push({ start: from, text: text.slice(from, last) });
    from = stop + 1;
  }
  return lines;
}

const BLOCK: Reason = {
  code: "promote/block-scalar",
  message: "The value is written as a block scalar, which cannot be edited in place.",
  nextStep: "Write the value on the line of its key.",
};

const SEVERAL_LINES: Reason = {
  code: "promote/several-lines",
  message: "The value runs over several lines.",
  nextStep: "Write the value on one line.",
};

const ESCAPED: Reason = {
  code: "promote/escaped",
  message: "The value is written with escapes, so its text does not stand in the file as it is read.",
  nextStep: "Write the value without escapes.",
};

const NOT_EDITABLE: Reason = {
  code: "promote/not-editable",
  message: "The value stands in a form that cannot be edited without touching more than it.",
  nextStep: "Write the value on the line of its key.",
};

const TAGGED: Reason = {
  code: "promote/tagged",
  message: "The value has a tag, so another program decides what it means.",
  nextStep: "Write the value without a tag.",
};
