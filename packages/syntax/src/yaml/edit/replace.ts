import type { TextEdit } from "../../source/text-edit.ts";
import type { YamlDocument, YamlNode } from "../nodes.ts";
import type { YamlPlain } from "../value.ts";
import {
  colonEnd,
  columnOf,
  isFirstOnLine,
  layoutOf,
  lineEnd,
  lineStart,
  nextLine,
  propertiesEnd,
  propertyStart,
  skipBlanksBack,
} from "./geometry.ts";
import { flowStyleOf } from "./flow-style.ts";
import { isInline, isList, renderBlock, renderFlow, renderInline, renderScalar } from "./render.ts";
import { type EntryOwner, isInFlow, type ItemOwner, type Slot } from "./slot.ts";

/** Edits, or undefined where the change cannot be made. */
export type Edits = readonly TextEdit[] | undefined;

/**
 * Puts a value in the place of another. A string keeps the quotes of the one before. Comments outside the old value stay;
 * those inside it go, and with a block collection the one on its last line.
 */
export function replaceValue(document: YamlDocument, slot: Slot, value: YamlPlain): Edits {
  const { node } = slot;
  const inFlow = isInFlow(slot);
  if (
    typeof value === "string" &&
    node.kind === "scalar" &&
    (node.style === "single" || node.style === "double")
  ) {
    return replaceInline(document, slot, renderScalar(value, node.style, inFlow));
  }
  if (inFlow) return replaceInline(document, slot, renderFlow(value, flowStyleOf(document, slot)));
  if (!isInline(value))
    return isBlockCollection(node) ? replaceBlock(document, slot, value) : expand(document, slot, value);
  return isBlockCollection(node)
    ? collapse(document, slot, value)
    : replaceInline(document, slot, renderInline(value));
}

function isBlockCollection(node: YamlNode): boolean {
  return (node.kind === "map" || node.kind === "sequence") && !node.flow;
}

/** A value on one line, or a block scalar, becomes other text at the same place. Its anchor stays, its tag goes. */
export function replaceInline(document: YamlDocument, slot: Slot, text: string): Edits {
  const { node } = slot;
  const place = withoutTag(document, node);
  const tail = headerComment(document, node);
  if (node.kind === "scalar" && node.style === "empty") {
    const mark = missingColon(document, slot);
    if (mark === undefined) return undefined;
    const needsSpace = mark === "" && place.prefix === "" && place.start === node.start;
    return [
      { start: place.start, end: node.end, newText: (needsSpace ? " " : mark) + place.prefix + text + tail },
    ];
  }
  return [{ start: place.start, end: node.end, newText: place.prefix + text + tail }];
}

/** What must come before a value that was missing: nothing where its colon or dash stands, else undefined or a colon. */
function missingColon(document: YamlDocument, slot: Slot): string | undefined {
  if (slot.owner?.kind !== "entry") return "";
  const { entry, map } = slot.owner;
  const isMarked =
    colonEnd(document.text, entry) !== undefined ||
    document.text.charAt(skipBlanksBack(document.text, slot.node.start) - 1) === ":";
  if (isMarked) return "";
  return map.flow && entry.key.start === entry.start ? ": " : undefined;
}

/** Where the text to replace starts and what of the properties must be written again. */
function withoutTag(
  document: YamlDocument,
  node: YamlNode,
): { readonly start: number; readonly prefix: string } {
  if (node.tag === undefined) return { start: node.start, prefix: "" };
  const prefix = node.anchor === undefined ? "" : `&${node.anchor} `;
  const start = propertyStart(document.text, node);
  const isEmpty = node.start === node.end;
  return { start, prefix: isEmpty && start === node.start ? "" : prefix };
}

/** The comment on the header line of a block scalar, which lies inside its span. */
function headerComment(document: YamlDocument, node: YamlNode): string {
  if (node.kind !== "scalar" || (node.style !== "literal" && node.style !== "folded")) return "";
  const end = lineEnd(document.text, node.start);
  const comment = document.comments.find((candidate) => candidate.start > node.start && candidate.end <= end);
  return comment === undefined || comment.end > node.end
    ? ""
    : ` ${document.text.slice(comment.start, comment.end)}`;
}

/** A block collection becomes a value on one line. */
function collapse(document: YamlDocument, slot: Slot, value: YamlPlain): Edits {
  const { text } = document;
  const { node } = slot;
  if (node.tag !== undefined) return undefined;
  const inline = renderInline(value);
  const first = propertyStart(text, firstInside(node));
  if (slot.owner === undefined || !isFirstOnLine(text, first)) {
    return [{ start: first, end: node.end, newText: inline }];
  }
  const at = afterIndicator(document, slot);
  if (at === undefined) return undefined;
  const start = lineStart(text, node.start);
  return [
    { start: at, end: at, newText: ` ${inline}` },
    { start, end: nextLine(text, node.end), newText: "" },
  ];
}

/** Offset after the colon or dash of a value and the properties that stand on that line. */
function afterIndicator(document: YamlDocument, slot: Slot): number | undefined {
  const { text } = document;
  const { owner, node } = slot;
  if (owner === undefined) return undefined;
  const mark =
    owner.kind === "entry" ? colonEnd(text, owner.entry) : (owner.sequence.itemStarts[owner.index] ?? 0) + 1;
  const end = mark === undefined ? undefined : propertiesEnd(text, mark, node);
  return end !== undefined && end <= lineEnd(text, mark ?? 0) ? end : undefined;
}

/** A block collection becomes another one at the same column. */
function replaceBlock(document: YamlDocument, slot: Slot, value: YamlPlain): Edits {
  const { node, owner } = slot;
  if (node.tag !== undefined) return undefined;
  const start = propertyStart(document.text, firstInside(node));
  const column = columnOf(document.text, start);
  let extra = 0;
  if (owner?.kind === "entry" && !isList(value)) {
    extra = Math.max(0, ownerColumn(document, owner) + layoutOf(document).step - column);
    if (column > ownerColumn(document, owner)) extra = 0;
  }
  const newText = " ".repeat(extra) + renderBlock(value, column + extra, layoutOf(document));
  return [{ start, end: node.end, newText }];
}

/** The node at which a block collection's text starts: its first key, whose properties stand before its span. */
function firstInside(node: YamlNode): YamlNode {
  const first = node.kind === "map" ? node.entries[0] : undefined;
  return first !== undefined && first.start === first.key.start ? first.key : node;
}

function ownerColumn(document: YamlDocument, owner: EntryOwner): number {
  const { entry } = owner;
  const start = entry.start < entry.key.start ? entry.start : propertyStart(document.text, entry.key);
  return columnOf(document.text, start);
}

/** A value on one line becomes a block collection below its key, or behind its dash. */
function expand(document: YamlDocument, slot: Slot, value: YamlPlain): Edits {
  const { node, owner } = slot;
  if (node.tag !== undefined && propertyStart(document.text, node) === node.start) return undefined;
  if (owner === undefined) return expandRoot(document, node, value);
  if (owner.kind === "item" && node.anchor === undefined) return expandItem(document, slot, owner, value);
  if (missingColon(document, slot) !== "") return undefined;
  const layout = layoutOf(document);
  const isEntry = owner.kind === "entry";
  const parent = isEntry ? ownerColumn(document, owner) : columnOf(document.text, owner.sequence.start);
  const column = parent + (isEntry && isList(value) ? layout.sequenceStep : layout.step);
  return expandBelow(document, node, layout.eol + " ".repeat(column) + renderBlock(value, column, layout));
}

function expandItem(document: YamlDocument, slot: Slot, owner: ItemOwner, value: YamlPlain): Edits {
  const { text } = document;
  const { node } = slot;
  const dash = owner.sequence.itemStarts[owner.index] ?? node.start;
  const isBehindDash = node.start === node.end || node.tag !== undefined;
  const column = isBehindDash ? columnOf(text, dash) + 2 : columnOf(text, node.start);
  return replaceInline(document, slot, renderBlock(value, column, layoutOf(document)));
}

/** Takes an inline value away and writes a block below the line that it ends on. */
function expandBelow(document: YamlDocument, node: YamlNode, block: string): Edits {
  const { text } = document;
  const place = withoutTag(document, node);
  const prefix = place.prefix.trimEnd();
  const start = prefix === "" && node.end > place.start ? skipBlanksBack(text, place.start) : place.start;
  const rest = prefix + headerComment(document, node);
  const at = lineEnd(text, node.end);
  if (!isOnIndicatorLine(text, start)) return undefined;
  if (at === node.end) return [{ start, end: at, newText: rest + block }];
  const removal = start === node.end && rest === "" ? [] : [{ start, end: node.end, newText: rest }];
  return [...removal, { start: at, end: at, newText: block }];
}

/** False where the value stands on a line of its own, so that taking it away would leave white space before nothing. */
function isOnIndicatorLine(text: string, start: number): boolean {
  return !isFirstOnLine(text, start) || start === 0;
}

function expandRoot(document: YamlDocument, node: YamlNode, value: YamlPlain): Edits {
  const { text } = document;
  if (node.anchor !== undefined || node.tag !== undefined) return undefined;
  const layout = layoutOf(document);
  if (isFirstOnLine(text, node.start)) {
    return [
      { start: node.start, end: node.end, newText: renderBlock(value, columnOf(text, node.start), layout) },
    ];
  }
  return expandBelow(document, node, layout.eol + renderBlock(value, 0, layout));
}
