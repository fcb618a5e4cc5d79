/** A set of the words of a text, for lists that are read more easily without quotes. */
export function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ").filter((word) => word !== "")));
}
