import {
  toValue,
  type YamlDocument,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
  type YamlSequence,
} from "@plimsoll/syntax";
import type { AddedValue } from "../find/find.ts";

/** What a document's edits mean to change. */
export interface Intent {
  readonly texts: ReadonlyMap<YamlScalar, string>;
  readonly additions: ReadonlyMap<YamlMap, { readonly key: string; readonly value: AddedValue }>;
}

/**
 * Whether the second reading differs from the first in exactly what was meant: every other key, value, anchor, alias, tag, quote
 * and comment is the same.
 */
export function isExactly(before: YamlDocument, after: YamlDocument, intent: Intent): boolean {
  if (after.problems.length > 0 || before.comments.length !== after.comments.length) return false;
  const sameComments = before.comments.every(
    (comment, index) =>
      comment.text === after.comments[index]?.text && comment.ownLine === after.comments[index].ownLine,
  );
  return sameComments && new Proof(intent).holds(before.root, after.root);
}

/** The parser nests nodes at most 200 deep, and aliases are not followed. */
class Proof {
  readonly #intent: Intent;
  #texts = 0;
  #additions = 0;

  constructor(intent: Intent) {
    this.#intent = intent;
  }

  holds(before: YamlNode | undefined, after: YamlNode | undefined): boolean {
    const { texts, additions } = this.#intent;
    return this.#same(before, after) && this.#texts === texts.size && this.#additions === additions.size;
  }

  #same(before: YamlNode | undefined, after: YamlNode | undefined): boolean {
    if (before === undefined || after === undefined) return before === after;
    if (before.anchor !== after.anchor || before.tag !== after.tag) return false;
    if (before.kind === "scalar") return after.kind === "scalar" && this.#sameScalar(before, after);
    if (before.kind === "alias") return after.kind === "alias" && before.name === after.name;
    if (before.kind === "map") return after.kind === "map" && this.#sameMap(before, after);
    return after.kind === "sequence" && this.#sameSequence(before, after);
  }

  #sameSequence(before: YamlSequence, after: YamlSequence): boolean {
    if (before.flow !== after.flow || before.items.length !== after.items.length) return false;
    return before.items.every((item, index) => this.#same(item, after.items[index]));
  }

  #sameScalar(before: YamlScalar, after: YamlScalar): boolean {
    const meant = this.#intent.texts.get(before);
    if (meant === undefined)
      return before.style === after.style && before.text === after.text && before.value === after.value;
    this.#texts += 1;
    const mayQuote = before.style === "empty" || before.style === "plain";
    return after.value === meant && (mayQuote || before.style === after.style);
  }

  #sameMap(before: YamlMap, after: YamlMap): boolean {
    if (before.flow !== after.flow) return false;
    const addition = this.#intent.additions.get(before);
    const size = before.entries.length;
    if (after.entries.length !== size + (addition === undefined ? 0 : 1)) return false;
    if (addition !== undefined && !this.#isAddition(after.entries[size], addition)) return false;
    return before.entries.every((entry, index) => {
      const other = after.entries[index];
      return this.#same(entry.key, other?.key) && this.#same(entry.value, other?.value);
    });
  }

  #isAddition(
    entry: YamlEntry | undefined,
    { key, value }: { readonly key: string; readonly value: AddedValue },
  ): boolean {
    this.#additions += 1;
    if (entry?.key.kind !== "scalar" || entry.key.value !== key) return false;
    return JSON.stringify(toValue(entry.value)) === JSON.stringify(value);
  }
}
