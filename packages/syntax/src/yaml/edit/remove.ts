import type { TextEdit } from "../../source/text-edit.ts";
import type { YamlDocument, YamlMap, YamlSequence } from "../nodes.ts";
import {
  entryStart,
  isFirstOnLine,
  isLineEnd,
  keptBreaks,
  lineStart,
  nextLine,
  skipBlanks,
  skipBlanksBack,
  skipTrivia,
} from "./geometry.ts";
import type { Edits } from "./replace.ts";

/** One element of a collection that has others, as a stretch of text. */
interface Element {
  readonly start: number;
  readonly end: number;
  /** End of the element before it, or undefined where it is the first. */
  readonly before: number | undefined;
  readonly isLast: boolean;
}

/** Takes one entry of several out of a map. */
export function removeEntry(document: YamlDocument, map: YamlMap, index: number): Edits {
  const entry = map.entries[index];
  if (entry === undefined) return undefined;
  const element = {
    start: entryStart(document.text, entry),
    end: entry.end,
    before: map.entries[index - 1]?.end,
    isLast: index === map.entries.length - 1,
  };
  if (map.flow) return removeFlowElement(document, element);
  return keptBreaks(document.text, entry.value) === undefined
    ? removeLines(document.text, element)
    : undefined;
}

/** Takes one item of several out of a sequence. */
export function removeItem(document: YamlDocument, sequence: YamlSequence, index: number): Edits {
  const item = sequence.items[index];
  const start = sequence.itemStarts[index];
  if (item === undefined || start === undefined) return undefined;
  const element = {
    start,
    end: Math.max(item.end, start + (sequence.flow ? 0 : 1)),
    before: sequence.items[index - 1]?.end,
    isLast: index === sequence.items.length - 1,
  };
  if (sequence.flow) return removeFlowElement(document, element);
  return keptBreaks(document.text, item) === undefined ? removeLines(document.text, element) : undefined;
}

/** The element's lines with the comment behind it; behind a dash, the text up to the element after it. */
function removeLines(text: string, element: Element): Edits {
  const end = nextLine(text, element.end);
  if (isFirstOnLine(text, element.start))
    return [{ start: lineStart(text, element.start), end, newText: "" }];
  return [{ start: element.start, end: contentStart(text, end), newText: "" }];
}

/** The first character of the first line at or after `offset` that is not empty. */
function contentStart(text: string, offset: number): number {
  let line = offset;
  while (line < text.length) {
    const at = skipBlanks(text, line);
    if (!isLineEnd(text, at)) return at;
    line = nextLine(text, line);
  }
  return line;
}

function removeFlowElement(document: YamlDocument, element: Element): Edits {
  const { text } = document;
  const comma = skipTrivia(text, element.end);
  if (text.charAt(comma) === ",") return removeWithComma(document, element, comma);
  if (!element.isLast || element.before === undefined) return undefined;
  const commaBefore = skipTrivia(text, element.before);
  if (text.charAt(commaBefore) !== ",") return undefined;
  const removal = removeAlone(text, { start: element.start, end: element.end }, element.end);
  const start = Math.max(commaBefore + 1, removal.start);
  if (start === commaBefore + 1) return [{ start: commaBefore, end: removal.end, newText: "" }];
  return [
    { start: commaBefore, end: commaBefore + 1, newText: "" },
    { ...removal, start },
  ];
}

/** The element and the comma behind it; comments that stand between the two stay. */
function removeWithComma(document: YamlDocument, element: Element, comma: number): readonly TextEdit[] {
  const { text } = document;
  if (skipBlanks(text, element.end) !== comma) {
    return [
      { start: element.start, end: element.end, newText: "" },
      { start: comma, end: comma + 1, newText: "" },
    ];
  }
  return [removeAlone(text, { start: element.start, end: comma + 1 }, comma + 1)];
}

/** Whole lines where nothing else but a comment stands on them, else the stretch and the blanks around it. */
function removeAlone(
  text: string,
  span: { readonly start: number; readonly end: number },
  from: number,
): TextEdit {
  const after = skipBlanks(text, from);
  const isAlone = isLineEnd(text, after) || text.charAt(after) === "#";
  if (isAlone && isFirstOnLine(text, span.start)) {
    return { start: lineStart(text, span.start), end: nextLine(text, after), newText: "" };
  }
  const isLast = span.end === from && text.charAt(from - 1) !== ",";
  const start = isLast ? skipBlanksBack(text, span.start) : span.start;
  return { start, end: isLast ? span.end : after, newText: "" };
}
