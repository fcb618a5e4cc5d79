import type { FileResult, ResourceRecord } from "@plimsoll/core";
import type { Range } from "@plimsoll/syntax";

/** Where the places of records went. */
export interface MovedPlaces {
  /** The new range of an old one; undefined where no record that tells the same had it. */
  readonly rangeOf: (range: Range) => Range | undefined;
  /** The new offset of an old one at which a record's range or document starts or ends. */
  readonly offsetOf: (offset: number) => number | undefined;
}

/** What a file tells the rules over the workspace. */
export type Told = Pick<FileResult, "records" | "facts">;

/** Two states of what a file tells, compared. */
export interface Alignment {
  /** Records that tell something else now or that have gone, as they were. */
  readonly gone: readonly ResourceRecord[];
  /** Records that tell something else now or that came, as they are. */
  readonly come: readonly ResourceRecord[];
  /** Whether the file still holds the same objects, in the same order. */
  readonly sameIdentities: boolean;
  /** Whether it tells the same beside its objects. */
  readonly sameFacts: boolean;
  /** Where the places of what is told as before went, for those that start at one of the offsets. */
  readonly movesOf: (offsets: ReadonlySet<number>) => MovedPlaces;
}

/** The field of a record that is an offset and no fact. */
const OFFSET_FIELD = "documentEnd";

/**
 * Compares two states of what a file tells, places aside. Records are joined by their number; where some came or went, those
 * before and behind them.
 */
export function alignPlaces(before: Told, after: Told): Alignment {
  const aligned =
    before.records.length === after.records.length
      ? alignEach(before.records, after.records)
      : alignEnds(before.records, after.records);
  const sameFacts = tellsTheSame(before.facts, after.facts);
  const movesOf = (offsets: ReadonlySet<number>): MovedPlaces => {
    const moves = new Moves(offsets);
    aligned.eachPair((old, now) => moves.note(old, now));
    if (sameFacts) moves.note(before.facts, after.facts);
    return moves;
  };
  const { gone, come, sameIdentities } = aligned;
  return { gone, come, sameIdentities, sameFacts, movesOf };
}

type AlignedRecords = Pick<Alignment, "gone" | "come" | "sameIdentities"> & {
  /** Records that tell the same. */
  readonly eachPair: (take: TakePair) => void;
};

type TakePair = (before: object, after: object) => void;

function alignEach(before: readonly ResourceRecord[], after: readonly ResourceRecord[]): AlignedRecords {
  const [gone, come]: [ResourceRecord[], ResourceRecord[]] = [[], []];
  const skipped = new Set<number>();
  let sameIdentities = true;
  // By number: thousands of records are compared at every keystroke.
  for (let index = 0; index < before.length; index += 1) {
    const old = before[index];
    const now = after[index];
    if (old === undefined || now === undefined || tellsTheSame(old, now)) continue;
    gone.push(old);
    come.push(now);
    skipped.add(index);
    sameIdentities &&= hasSameIdentity(old, now);
  }
  const eachPair = (take: TakePair): void => {
    for (const [index, old] of before.entries()) {
      const now = after[index];
      if (now !== undefined && !skipped.has(index)) take(old, now);
    }
  };
  return { gone, come, sameIdentities, eachPair };
}

function alignEnds(before: readonly ResourceRecord[], after: readonly ResourceRecord[]): AlignedRecords {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && tellsTheSame(before[head], after[head])) head += 1;
  let tail = 0;
  while (tail < shorter - head && tellsTheSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const changedOf = (records: readonly ResourceRecord[]) => records.slice(head, records.length - tail);
  const shift = after.length - before.length;
  const eachPair = (take: TakePair): void => {
    for (const [index, old] of before.entries()) {
      if (index >= head && index < before.length - tail) continue;
      const now = after[index < head ? index : index + shift];
      if (now !== undefined) take(old, now);
    }
  };
  return {
    gone: changedOf(before),
    come: changedOf(after),
    sameIdentities: false,
    eachPair,
  };
}

function hasSameIdentity(before: ResourceRecord, after: ResourceRecord): boolean {
  return (
    before.kind === after.kind &&
    before.group === after.group &&
    before.name === after.name &&
    before.namespace === after.namespace
  );
}

/** Whether two values are equal but for their places. Nothing in them nests without end: the depth is that of their type. */
export function tellsTheSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (!isObject(before) || !isObject(after)) return false;
  if (isRange(before)) return isRange(after);
  if (Array.isArray(before) !== Array.isArray(after)) return false;
  // Thousands of records are compared at every keystroke, so no lists of keys are made of them.
  let left = 0;
  for (const key in before) {
    left += 1;
    if (!Object.hasOwn(after, key)) return false;
    if (key !== OFFSET_FIELD && !tellsTheSame(before[key], after[key])) return false;
  }
  for (const _key in after) left -= 1;
  return left === 0;
}

/** One old place that went to two new ones cannot be followed. */
class Moves implements MovedPlaces {
  readonly #ranges = new Map<number, Range | undefined>();
  readonly #offsets = new Map<number, number | undefined>();
  readonly #wanted: ReadonlySet<number>;

  constructor(wanted: ReadonlySet<number>) {
    this.#wanted = wanted;
  }

  readonly rangeOf = (range: Range): Range | undefined => this.#ranges.get(keyOf(range));

  readonly offsetOf = (offset: number): number | undefined => this.#offsets.get(offset);

  /** Takes two values that tell the same. */
  note(before: unknown, after: unknown): void {
    if (!isObject(before) || !isObject(after)) return;
    if (isRange(before) && isRange(after)) {
      this.#range(before, after);
      return;
    }
    for (const key in before) {
      const old = before[key];
      const now = after[key];
      if (typeof old === "object") this.note(old, now);
      else if (key === OFFSET_FIELD && typeof old === "number" && typeof now === "number")
        this.#offset(old, now);
    }
  }

  #range(before: Range, after: Range): void {
    this.#offset(before.start.offset, after.start.offset);
    this.#offset(before.end.offset, after.end.offset);
    if (!this.#wanted.has(before.start.offset)) return;
    const key = keyOf(before);
    const known = this.#ranges.get(key);
    const isClear = known === undefined ? !this.#ranges.has(key) : keyOf(known) === keyOf(after);
    this.#ranges.set(key, isClear ? after : undefined);
  }

  #offset(before: number, after: number): void {
    if (!this.#wanted.has(before)) return;
    const known = this.#offsets.get(before);
    const isClear = known === undefined ? !this.#offsets.has(before) : known === after;
    this.#offsets.set(before, isClear ? after : undefined);
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
