/**
 * Readers of parsed JSON. They answer undefined or an empty list where the type is another one. Names are fixed in the code
 * and none of them is inherited; names from the document are only met through `Object.entries`, which lists own members.
 */

export type PlainRecord = Readonly<Record<string, unknown>>;

export function recordOf(value: unknown): PlainRecord | undefined {
  return isRecord(value) ? value : undefined;
}

/** Whether a value is an object that is no list. */
export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The member of an object; undefined where the value is no object. */
export function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that says something: neither empty nor blank. */
export function textOf(value: unknown): string | undefined {
  // Most texts start with something that is no blank, so that trimming, which copies, is not needed.
  if (typeof value !== "string" || value === "") return undefined;
  return value.charCodeAt(0) > 0x20 || value.trim() !== "" ? value : undefined;
}

export function textsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return listOf(value).filter((item): item is string => textOf(item) !== undefined);
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** The text at a path of members. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  let current = value;
  for (const name of path) current = memberOf(current, name);
  return textOf(current);
}

/** Own members of an object. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isRecord(value) ? Object.entries(value) : [];
}

/**
 * The items of a list of a parsed document, each let go of as soon as it was given: the tree of a report with a quarter of a
 * million findings need not stay until the last of them is read. The document must be the caller's own.
 */
export function* drained(value: unknown): Generator<readonly [number, unknown]> {
  if (!Array.isArray(value)) return;
  const list: unknown[] = value;
  for (let index = 0; index < list.length; index += 1) {
    const item = list[index];
    list[index] = undefined;
    yield [index, item];
  }
}
