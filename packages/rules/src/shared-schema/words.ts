import type { SchemaProblem } from "@plimsoll/core";

/** Longest name or value of a file that a message repeats. */
const MAXIMUM_WORD = 60;
const MAXIMUM_VALUES = 8;

/** A name or value as a message shows it. */
export function shown(text: string): string {
  return text.length <= MAXIMUM_WORD ? text : `${text.slice(0, MAXIMUM_WORD)}…`;
}

/** What a message adds for kinds that a file of the workspace defines. */
export function definition({ definedIn }: SchemaProblem): string {
  return definedIn === undefined ? "" : ` as ${definedIn} defines it`;
}

/** `a, b or c`; of many, the first ones and how many more there are. */
export function choice(values: readonly string[]): string {
  const named = values.filter((value) => value !== "");
  if (named.length > MAXIMUM_VALUES)
    return `${named.slice(0, MAXIMUM_VALUES - 1).join(", ")} or one of ${named.length - MAXIMUM_VALUES + 1} others`;
  return named.length < 2 ? named.join("") : `${named.slice(0, -1).join(", ")} or ${named.at(-1) ?? ""}`;
}

/** `1.34 to 1.37` of `34-37`, `1.29 and 1.31` of `29,31`. */
export function versionWords(ranges: string): string {
  return ranges
    .split(",")
    .map((range) =>
      range
        .split("-")
        .map((minor) => `1.${minor}`)
        .join(" to "),
    )
    .join(" and ");
}
