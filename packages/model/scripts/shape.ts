/** A fault in the data: the file, the record, and what is wrong with it. */
export interface Fault {
  readonly file: string;
  readonly record: string;
  readonly message: string;
}

/** Looks at one value and tells what is wrong with it; `at` is the path to the value within its record. */
export type Check = (value: unknown, at: string) => readonly string[];

/** A field that a record may leave out. */
export interface Optional {
  readonly optional: Check;
}

/**
 * One check a field of `T`, and no others: a field that is added to a type and not here, or the reverse, fails to compile,
 * and so does an optional field that is checked as a required one.
 */
export type Shape<T> = {
  readonly [K in keyof T]-?: Partial<Pick<T, K>> extends Pick<T, K> ? Optional : Check;
};

/** A field that a record may leave out. */
export function optional(check: Check): Optional {
  return { optional: check };
}

/** A string that is not empty and has no space around it. */
export const text: Check = (value, at) =>
  typeof value === "string" && value !== "" && value === value.trim()
    ? []
    : [`${at} is not a trimmed, non-empty text`];

/** `true` or `false`. */
export const flag: Check = (value, at) => (typeof value === "boolean" ? [] : [`${at} is not true or false`]);

/** A whole number from zero. */
export const count: Check = (value, at) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? [] : [`${at} is not a whole number from 0`];

/** A text of one form. */
export function matching(pattern: RegExp): Check {
  return (value, at) =>
    typeof value === "string" && pattern.test(value) ? [] : [`${at} does not match ${pattern.source}`];
}

/** A text out of a closed vocabulary, given as a list of texts or of records with an `id`. */
export function oneOf(vocabulary: readonly (string | { readonly id: string })[]): Check {
  const known = new Set(vocabulary.map((entry) => (typeof entry === "string" ? entry : entry.id)));
  return (value, at) =>
    typeof value === "string" && known.has(value)
      ? []
      : [`${at} has ${JSON.stringify(value)}, which is not in the vocabulary`];
}

/** A list without duplicates, each entry by the same check. */
export function listOf(entry: Check, least = 0): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return [`${at} is not a list`];
    const items: readonly unknown[] = value;
    const faults = items.flatMap((item, position) => entry(item, `${at}[${position}]`));
    if (items.length < least) faults.push(`${at} has fewer than ${least} entries`);
    if (new Set(items.map((item) => JSON.stringify(item))).size < items.length)
      faults.push(`${at} repeats an entry`);
    return faults;
  };
}

/** An object with exactly these fields. */
export function record<T>(shape: Shape<T>): Check {
  const fields = new Map(Object.entries<Check | Optional>(shape));
  return (value, at) => {
    if (!isObject(value)) return [`${at} is not an object`];
    const prefix = at === "" ? "" : `${at}.`;
    const unknown = Object.keys(value).filter((name) => !fields.has(name));
    const faults = unknown.map((name) => `${prefix}${name} is not a field of the type`);
    for (const [name, field] of fields) {
      const given = Object.hasOwn(value, name);
      if (typeof field === "function")
        faults.push(...(given ? field(value[name], prefix + name) : [`${prefix}${name} is missing`]));
      else if (given) faults.push(...field.optional(value[name], prefix + name));
    }
    return faults;
  };
}

/** An object that is neither a list nor null. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
