import { attached } from "../source/attached.ts";
import type { Span } from "../source/span.ts";
import type { TextEdit } from "../source/text-edit.ts";
import { keyName } from "./key-name.ts";
import type { YamlAlias, YamlDocument, YamlNode, YamlScalar, YamlScalarValue } from "./nodes.ts";
import { asSequence, getEntry, resolveAlias, type YamlPath } from "./read.ts";
import type { YamlPlain } from "./value.ts";
import { walkYaml } from "./walk.ts";
import { renderKey, renderScalar } from "./edit/render.ts";
import { type Addition, addTo, appendTo } from "./edit/addition.ts";
import { insertInSequence } from "./edit/insert.ts";
import { renderLiteralLike } from "./edit/literal.ts";
import { removeEntry, removeItem } from "./edit/remove.ts";
import { type Edits, replaceInline, replaceValue } from "./edit/replace.ts";
import { follow, isInFlow, isVacant, type Reached, type Slot, slotOf } from "./edit/slot.ts";

/** Longer keys need a `?`, which is never written. */
const MAX_KEY_LENGTH = 1000;

/** Problems that leave the tree exact; with any other the document is not edited. */
const HARMLESS: ReadonlySet<string> = new Set([
  "yaml/duplicate-key",
  "yaml/unknown-alias",
  "yaml/excessive-merging",
  "yaml/unknown-tag-handle",
]);

/** A value for the place that a path leads to. */
export interface YamlChange {
  readonly path: YamlPath;
  readonly value: YamlPlain;
}

/**
 * Gives the place at a path below a node a value and makes the parents that are missing on the way; an index may be one
 * behind the last item. New text is laid out as the text around it, and nothing else is touched.
 *
 * This and the other functions here answer with changes of the document's text, and with none where the change cannot
 * be made without guessing: the document is malformed, the path leads through a scalar, an anchor that is used
 * elsewhere would go, or the place is written in a form that is not handled (a `? ` key without a value, a tag on a
 * block collection, a `|+` or `>+` scalar right before the new text).
 *
 * A path leads through aliases and merged maps: what is behind an alias is changed at its anchor, and so for every
 * alias of it. A value that is itself an alias is replaced, not followed.
 *
 * Integers may be given as bigint or number. Changes of different places of one document can be applied together.
 * @throws RangeError where the value nests deeper than 100 levels.
 */
export function setValue(
  document: YamlDocument,
  node: YamlNode,
  path: YamlPath,
  value: YamlPlain,
): readonly TextEdit[] {
  return setValues(document, node, [{ path, value }]);
}

/**
 * Makes several changes as {@link setValue} does, all or none. Use it where more than one of them needs the same new
 * parent, or appends to the same map.
 */
export function setValues(
  document: YamlDocument,
  node: YamlNode,
  changes: readonly YamlChange[],
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const additions = new Map<YamlNode, Addition>();
  for (const change of changes) {
    const reached = reach(document, node, change.path);
    if (reached === undefined || !areKeysShort(reached.rest)) return [];
    const own =
      reached.rest.length === 0
        ? replaceAt(document, reached.slot, change.value)
        : addTo(additions, reached, change.value);
    if (own === undefined) return [];
    edits.push(...own);
  }
  for (const addition of additions.values()) {
    const own = appendTo(document, addition);
    if (own === undefined) return [];
    edits.push(...own);
  }
  return edits;
}

/**
 * Takes the value at a path below a node out of its map or sequence, with its key and the comment behind it. Where it
 * was the only one, `{}` or `[]` is left. The root cannot be removed. See {@link setValue} for aliases and refusals.
 */
export function removeAt(document: YamlDocument, node: YamlNode, path: YamlPath): readonly TextEdit[] {
  const slot = existing(document, node, path);
  if (slot === undefined) return [];
  const start = slot.owner?.kind === "entry" ? slot.owner.entry.start : slot.node.start;
  return keepsAnchors(document, { start, end: slot.node.end }) ? (removeSlot(document, slot) ?? []) : [];
}

function removeSlot(document: YamlDocument, slot: Slot): Edits {
  const { owner } = slot;
  if (owner === undefined) return undefined;
  const isItem = owner.kind === "item";
  const count = isItem ? owner.sequence.items.length : owner.map.entries.length;
  if (count === 1) {
    const holder = slotOf(document, isItem ? owner.sequence : owner.map);
    return holder === undefined ? undefined : replaceValue(document, holder, isItem ? [] : {});
  }
  if (isItem) return removeItem(document, owner.sequence, owner.index);
  return removeEntry(document, owner.map, owner.map.entries.indexOf(owner.entry));
}

/**
 * Writes another scalar in the place of one, in the same quotes, or as a literal in the place of a block scalar, where
 * that style can hold it; what is not a string is written without quotes. A tag goes, an anchor stays.
 */
export function replaceScalar(
  document: YamlDocument,
  node: YamlScalar,
  value: YamlScalarValue,
): readonly TextEdit[] {
  const slot = isSound(document) ? slotOf(document, node) : undefined;
  if (slot === undefined) return [];
  const isBlock = node.style === "literal" || node.style === "folded";
  if (isBlock && typeof value === "string" && node.tag === undefined) {
    const literal = renderLiteralLike(document, node, value);
    if (literal !== undefined) return [{ start: node.start, end: node.end, newText: literal }];
  }
  return replaceInline(document, slot, renderScalar(value, node.style, isInFlow(slot))) ?? [];
}

/**
 * Puts an item before the one at `change.index` of the sequence at a path, or behind the last one where the index is
 * the number of items. An empty or missing value becomes a sequence. See {@link setValue} for aliases and refusals.
 */
export function insertItem(
  document: YamlDocument,
  node: YamlNode,
  path: YamlPath,
  change: { readonly index: number; readonly value: YamlPlain },
): readonly TextEdit[] {
  const { index, value } = change;
  const slot = existing(document, node, path);
  const sequence = asSequence(slot?.node);
  if (sequence !== undefined && sequence.items.length > 0) {
    const isInside = Number.isInteger(index) && index >= 0 && index <= sequence.items.length;
    return isInside ? (insertInSequence(document, sequence, index, value) ?? []) : [];
  }
  if (index !== 0 || (slot !== undefined && !isVacant(slot.node))) return [];
  return setValue(document, node, path, [value]);
}

/**
 * Writes another name for the key at a path, in the same quotes where these can hold it. Refused where the map has that
 * key already, or where the key is no scalar.
 */
export function renameKey(
  document: YamlDocument,
  node: YamlNode,
  path: YamlPath,
  name: string,
): readonly TextEdit[] {
  const owner = existing(document, node, path)?.owner;
  if (owner?.kind !== "entry" || !areKeysShort([name])) return [];
  const { key } = owner.entry;
  if (key.kind !== "scalar" || key.tag !== undefined || key.start === key.end) return [];
  if (keyName(key) !== name && getEntry(owner.map, name) !== undefined) return [];
  return [{ start: key.start, end: key.end, newText: renderKey(name, key.style, owner.map.flow) }];
}

function replaceAt(document: YamlDocument, slot: Slot, value: YamlPlain): Edits {
  return keepsAnchors(document, slot.node, slot.node) ? replaceValue(document, slot, value) : undefined;
}

/** The place at a path where there is one. */
function existing(document: YamlDocument, node: YamlNode, path: YamlPath): Slot | undefined {
  const reached = reach(document, node, path);
  return reached?.rest.length === 0 ? reached.slot : undefined;
}

function areKeysShort(path: YamlPath): boolean {
  return path.every((step) => typeof step === "number" || step.length <= MAX_KEY_LENGTH);
}

function reach(document: YamlDocument, node: YamlNode, path: YamlPath): Reached | undefined {
  if (!isSound(document)) return undefined;
  const start = resolveAlias(node);
  const slot = start === undefined ? undefined : slotOf(document, start);
  return slot === undefined ? undefined : follow(document, slot, path);
}

function isSound(document: YamlDocument): boolean {
  return document.problems.every((problem) => HARMLESS.has(problem.code));
}

const aliases = attached<YamlDocument, readonly YamlAlias[]>();

/** False where an alias outside a stretch of text stands for a node inside it, other than the one that is spared. */
function keepsAnchors(document: YamlDocument, stretch: Span, spared?: YamlNode): boolean {
  const isInside = (span: Span): boolean => span.start >= stretch.start && span.end <= stretch.end;
  return aliasesOf(document).every(
    (alias) =>
      alias.target === undefined || alias.target === spared || !isInside(alias.target) || isInside(alias),
  );
}

/** Every alias of a document, also those that are keys. */
function aliasesOf(document: YamlDocument): readonly YamlAlias[] {
  const known = aliases.get(document);
  if (known !== undefined) return known;
  const found: YamlAlias[] = [];
  const note = (node: YamlNode): void => {
    if (node.kind === "alias") found.push(node);
    if (node.kind === "map")
      for (const { key } of node.entries) if (key.kind !== "scalar") walkYaml(key, note);
  };
  if (document.text.includes("*")) walkYaml(document.root, note);
  aliases.set(document, found);
  return found;
}
