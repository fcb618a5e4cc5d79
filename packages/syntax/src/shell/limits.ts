const MAX_LENGTH = 1_000_000;
/** The shell parser looks at the rest of a text again for each construct that it opens; this bounds the product. */
const MAX_COST = 16_000_000;

/** True for a text on which the shell parser could take more than a fraction of a second. Linear. */
export function isTooComplex(text: string): boolean {
  if (text.length > MAX_LENGTH) return true;
  const budget = MAX_COST / Math.max(1, text.length);
  let openings = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!opens(text, at)) continue;
    openings += 1;
    if (openings > budget) return true;
  }
  return false;
}

/** `$(`, `${`, `<(`, `>(`, `<<`, a backtick or a parenthesis. */
function opens(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 96 || code === 40) return true;
  if (code === 36) return text.charCodeAt(at + 1) === 123;
  return code === 60 && text.charCodeAt(at + 1) === 60;
}
