/** Whether a text is what a pattern means; `*` stands for any run of characters. Linear times the number of stars. */
export function matchesPattern(pattern: string, text: string): boolean {
  const parts = pattern.split("*");
  const [first = ""] = parts;
  if (parts.length === 1) return pattern === text;
  if (!text.startsWith(first)) return false;
  const last = parts.at(-1) ?? "";
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** Whether a pattern bounds anything: more than stars, separators and the `pkg:` that every purl has. */
export function isBounded(pattern: string): boolean {
  return pattern.replace(/^pkg:/, "").replaceAll(/[*/:@.-]/g, "") !== "";
}
