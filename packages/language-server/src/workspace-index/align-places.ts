import type { Range } from "@plimsoll/syntax";

/** Where the places of records went. */
export interface MovedPlaces {
  /** The new range of an old one; undefined where none of the records had it. */
  readonly rangeOf: (range: Range) => Range | undefined;
  /** The new offset of an old one at which a record's range or document starts or ends. */
  readonly offsetOf: (offset: number) => number | undefined;
}

/** The field of a record that is an offset and no fact. */
const OFFSET_FIELD = "documentEnd";

/**
 * Compares two states of what a file tells: its records and its facts. Where they tell the same and differ in places at most, the answer is how the places
 * moved; otherwise it is undefined, and rules over the workspace have to judge again.
 */
export function alignPlaces(before: readonly object[], after: readonly object[]): MovedPlaces | undefined {
  if (before.length !== after.length) return undefined;
  const moves = new Moves();
  for (const [index, record] of before.entries()) {
    if (!moves.align(record, after[index])) return undefined;
  }
  return moves;
}

class Moves implements MovedPlaces {
  readonly #ranges = new Map<number, Range>();
  readonly #offsets = new Map<number, number>();

  rangeOf(range: Range): Range | undefined {
    return this.#ranges.get(keyOf(range));
  }

  offsetOf(offset: number): number | undefined {
    return this.#offsets.get(offset);
  }

  /** Whether two values are equal but for their places. Nothing in them nests without end: the depth is that of their type. */
  align(before: unknown, after: unknown): boolean {
    if (!isObject(before) || !isObject(after)) return before === after;
    if (isRange(before)) return isRange(after) && this.#range(before, after);
    if (Array.isArray(before) !== Array.isArray(after)) return false;
    // Thousands of records are compared at every keystroke, so no lists of keys are made of them.
    let left = 0;
    for (const key in before) {
      left += 1;
      if (!Object.hasOwn(after, key) || !this.#field(key, before[key], after[key])) return false;
    }
    for (const _key in after) left -= 1;
    return left === 0;
  }

  #field(key: string, before: unknown, after: unknown): boolean {
    if (key === OFFSET_FIELD && typeof before === "number" && typeof after === "number")
      return this.#offset(before, after);
    return this.align(before, after);
  }

  /** One old place that went to two new ones cannot be followed. */
  #range(before: Range, after: Range): boolean {
    const key = keyOf(before);
    const known = this.#ranges.get(key);
    if (known !== undefined) return keyOf(known) === keyOf(after);
    this.#ranges.set(key, after);
    return (
      this.#offset(before.start.offset, after.start.offset) &&
      this.#offset(before.end.offset, after.end.offset)
    );
  }

  #offset(before: number, after: number): boolean {
    const known = this.#offsets.get(before);
    if (known !== undefined) return known === after;
    this.#offsets.set(before, after);
    return true;
  }
}

/** More than a file has characters: start and end fit into one number. */
const MAXIMUM_OFFSET = 2 ** 24;

function keyOf({ start, end }: Range): number {
  return start.offset * MAXIMUM_OFFSET + end.offset;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isRange(value: object): value is Range {
  return "start" in value && "end" in value && isPosition(value.start) && isPosition(value.end);
}

function isPosition(value: unknown): boolean {
  return isObject(value) && typeof value["offset"] === "number" && typeof value["line"] === "number";
}
