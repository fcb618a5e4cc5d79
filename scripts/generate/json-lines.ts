/**
 * Entries of a JSON list or object, one a line, as they stand inside a template literal that `JSON.parse` reads: a program starts
 * faster from such a text than from the literal of the data, which is compiled, kept and made again.
 */
export function asTemplate(entries: readonly string[]): readonly string[] {
  return entries.map((entry, index) => {
    const text = inTemplate(entry);
    return index === entries.length - 1 ? text : `${text},`;
  });
}

/** A text as it stands inside a template literal. */
export function inTemplate(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${");
}
