/**
 * Entries of a JSON list or object, one a line, as they stand inside a template literal that `JSON.parse` reads: a program starts
 * faster from such a text than from the literal of the data, which is compiled, kept and made again.
 */
export function asTemplate(entries: readonly string[]): readonly string[] {
  return entries.map((entry, index) => {
    const text = entry.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
    return index === entries.length - 1 ? text : `${text},`;
  });
}
