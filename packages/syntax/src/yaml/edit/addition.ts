import type { YamlDocument, YamlNode } from "../nodes.ts";
import type { YamlPath } from "../read.ts";
import type { YamlPlain } from "../value.ts";
import { appendEntries, insertInSequence } from "./insert.ts";
import { isObject } from "./render.ts";
import { type Edits, replaceValue } from "./replace.ts";
import { isVacant, type Reached, type Slot, wrap } from "./slot.ts";

/** What is to be added to one collection, or to a place that holds nothing yet. */
export type Addition = EntryAddition | ItemAddition;

interface EntryAddition {
  readonly kind: "entries";
  readonly slot: Slot;
  readonly entries: Record<string, YamlPlain>;
}

interface ItemAddition {
  readonly kind: "item";
  readonly slot: Slot;
  readonly item: YamlPlain;
}

/**
 * Notes a value for a place whose path ends early, with those that are missing below the same place. Undefined where it
 * cannot be added there.
 */
export function addTo(additions: Map<YamlNode, Addition>, reached: Reached, value: YamlPlain): Edits {
  const { slot, rest } = reached;
  const holder = slot.node;
  const known = additions.get(holder);
  const [step] = rest;
  if (typeof step === "string" && (holder.kind === "map" || isVacant(holder))) {
    const addition = known ?? { kind: "entries", slot, entries: Object.create(null) };
    additions.set(holder, addition);
    return addition.kind === "entries" && graft(addition.entries, rest, value) ? [] : undefined;
  }
  const isNext = holder.kind === "sequence" ? step === holder.items.length : isVacant(holder) && step === 0;
  const item = isNext && known === undefined ? wrap(rest.slice(1), value) : undefined;
  if (item === undefined) return undefined;
  additions.set(holder, { kind: "item", slot, item });
  return [];
}

/** The edits of one addition. */
export function appendTo(document: YamlDocument, addition: Addition): Edits {
  const { slot } = addition;
  const holder = slot.node;
  if (isVacant(holder))
    return replaceValue(document, slot, addition.kind === "item" ? [addition.item] : addition.entries);
  if (addition.kind === "entries")
    return holder.kind === "map" ? appendEntries(document, holder, addition.entries) : undefined;
  if (holder.kind !== "sequence") return undefined;
  return insertInSequence(document, holder, holder.items.length, addition.item);
}

/** Puts a value into new entries at a path; false where the path leads through another new value or an index. */
function graft(entries: Record<string, YamlPlain>, path: YamlPath, value: YamlPlain): boolean {
  let at = entries;
  for (let index = 0; index < path.length; index += 1) {
    const step = String(path[index]);
    const below = path.slice(index + 1);
    const known = Object.hasOwn(at, step) ? at[step] : undefined;
    if (known === undefined) {
      const whole = wrap(below, value);
      if (whole !== undefined) at[step] = whole;
      return whole !== undefined;
    }
    if (!isObject(known) || typeof below[0] !== "string") return false;
    const copy: Record<string, YamlPlain> = Object.assign(Object.create(null), known);
    at[step] = copy;
    at = copy;
  }
  return false;
}
