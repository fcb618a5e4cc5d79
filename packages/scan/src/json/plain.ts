import { memberOf, textOf } from "@plimsoll/core/json";

export {
  entriesOf,
  isRecord,
  listOf,
  memberOf,
  numberOf,
  recordOf,
  textOf,
  textsOf,
} from "@plimsoll/core/json";
export type { PlainRecord } from "@plimsoll/core/json";

/** The text at a path of members. A loop, since it is asked several million times for a large report. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  let current = value;
  for (const name of path) current = memberOf(current, name);
  return textOf(current);
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
