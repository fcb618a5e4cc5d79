/** Readers of plain data from outside that answer undefined where the type is another one. */

export type PlainRecord = Readonly<Record<string, unknown>>;

/** Whether a value is a map: an object that is no list. */
export function isRecord(value: unknown): value is PlainRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An empty map without a prototype, so that keys from outside cannot meet inherited names. */
export function emptyRecord<T>(): Record<string, T> {
  const record: Record<string, T> = Object.create(null);
  return record;
}

/** The own property of a map. */
export function entryOf(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The element or own property at a path. */
export function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((current, step) => {
    if (!Array.isArray(current)) return entryOf(current, String(step));
    const list: readonly unknown[] = current;
    return list[Number(step)];
  }, value);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list; undefined where there is no list. */
export function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : undefined;
}

/** The same without keys whose value is undefined. */
type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** The same value without those keys. */
export function dropUndefined<T extends object>(value: T): Defined<T> {
  const result: Defined<T> = { ...value };
  for (const key of Object.keys(value))
    if (entryOf(value, key) === undefined) Reflect.deleteProperty(result, key);
  return result;
}
