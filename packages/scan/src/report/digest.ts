/** The digest in `name@sha256:…` or a bare `sha256:…`; undefined where there is none. */
export function digestIn(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const at = text.lastIndexOf("@");
  const candidate = at === -1 ? text : text.slice(at + 1);
  return isDigest(candidate) ? candidate : undefined;
}

/** `sha256:` or `sha512:` and hexadecimal digits in lower case. Shorter ones, as redacted reports have, are none. */
export function isDigest(text: string): boolean {
  return /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/.test(text);
}

/** Each text once, undefined left out, in order. */
export function distinct(texts: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(texts.filter((text): text is string => text !== undefined))];
}

/** The text where it is a time of RFC 3339 that means something; year 1 is how Go writes "never". */
export function timeOf(text: string | undefined): string | undefined {
  if (text === undefined || text.startsWith("0001-")) return undefined;
  return Number.isNaN(Date.parse(text)) ? undefined : text;
}
