const MAX_LENGTH = 500_000;
/** The shell parser looks at the rest of a text again for each construct that it opens; this bounds the product. */
const MAX_COST = 16_000_000;
/** Brackets open at one place. The shell parser reads a substitution once for each one around it. */
const MAX_NESTING = 40;
const MAX_SEPARATORS = 20_000;

/** What a character can begin or end, by its code. */
const OPENS_NESTED = 1;
const CLOSES_NESTED = 2;
const OPENS = 3;
const SEPARATES = 4;
const KINDS = new Uint8Array(128);
for (const [characters, kind] of [
  ["({", OPENS_NESTED],
  [")}", CLOSES_NESTED],
  ["<`", OPENS],
  ["\n&;|", SEPARATES],
] as const) {
  for (let at = 0; at < characters.length; at += 1) KINDS[characters.charCodeAt(at)] = kind;
}

/**
 * True for a text on which the shell parser could take more than a fraction of a second. Linear. Quotes are not looked at,
 * so a text with very many brackets in quotes counts as well.
 */
export function isTooComplex(text: string): boolean {
  if (text.length > MAX_LENGTH) return true;
  const maxOpenings = MAX_COST / Math.max(1, text.length);
  const counts = new Uint32Array(5);
  let nesting = 0;
  for (let at = 0; at < text.length && nesting <= MAX_NESTING; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < KINDS.length ? Number(KINDS[code]) : 0;
    counts[kind] = Number(counts[kind]) + 1;
    if (kind === OPENS_NESTED) nesting += 1;
    else if (kind === CLOSES_NESTED && nesting > 0) nesting -= 1;
  }
  const openings = Number(counts[OPENS_NESTED]) + Number(counts[OPENS]);
  return nesting > MAX_NESTING || openings > maxOpenings || Number(counts[SEPARATES]) > MAX_SEPARATORS;
}
