/** The page texts of a parsed `pages.json`; what is no text is left out. */
export function readPages(pages: unknown): ReadonlyMap<string, string> {
  const entries = typeof pages === "object" && pages !== null ? Object.entries(pages) : [];
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
