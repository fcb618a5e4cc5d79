const WHY = "## Why it matters";

/** The first paragraph on why a rule matters, out of its page; undefined where the page has none. */
export function whyItMatters(page: string | undefined): string | undefined {
  const start = page?.indexOf(WHY) ?? -1;
  if (page === undefined || start < 0) return undefined;
  const from = start + WHY.length;
  const next = page.indexOf("\n## ", from);
  const section = page.slice(from, next < 0 ? undefined : next).trim();
  const end = section.indexOf("\n\n");
  const paragraph = (end < 0 ? section : section.slice(0, end)).replaceAll("\n", " ");
  return paragraph === "" ? undefined : paragraph;
}
