import { eastAsianWidth } from "get-east-asian-width";

// The expressions stand where they are used: V8 makes their classes with the module otherwise, and most reports need none.
const FIRST_NON_ASCII = 0x80;

let segmenter: Intl.Segmenter | undefined;

/** The parts of a text that a reader sees as one character (Unicode extended grapheme clusters), with their offsets. */
export function* graphemes(text: string): Iterable<{ readonly segment: string; readonly index: number }> {
  if (hasNoClusters(text)) {
    for (let index = 0; index < text.length; index += 1) yield { segment: text.charAt(index), index };
    return;
  }
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  yield* segmenter.segment(text);
}

/**
 * Whether no code unit can join another into a cluster: Latin letters, punctuation (U+2010 to U+2027) and box drawings.
 * Making the segmenter takes longer than checking a small file, so our own ornaments must not need it.
 */
function hasNoClusters(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const joinsNothing =
      code < 0x300 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2500 && code <= 0x257f);
    if (!joinsNothing || code === 0x0d) return false;
  }
  return true;
}

/** Whether every code unit is ASCII, so that each takes one cell (controls aside). */
export function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) >= FIRST_NON_ASCII) return false;
  }
  return true;
}

/** Cells that a text without control characters takes in a terminal. */
export function displayWidth(text: string): number {
  if (isAscii(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += clusterWidth(segment);
  return width;
}

/** Cells of one grapheme cluster. */
export function clusterWidth(cluster: string): number {
  if (cluster.length > 1 && !isAscii(cluster) && isEmoji(cluster)) return 2;
  let width = 0;
  for (const character of cluster) {
    if (isZeroWidth(character)) continue;
    width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}

/** Marks that take no cell of their own, and joiners. */
function isZeroWidth(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  // Latin letters but the soft hyphen, punctuation, and what our reports are drawn with.
  if (code < 0x300) return code === 0xad;
  if ((code >= 0x2010 && code <= 0x2027) || (code >= 0x2500 && code <= 0x27bf)) return false;
  return /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u.test(character);
}

/** Clusters that terminals draw as one emoji of two cells: joined, with emoji presentation, a skin tone, or a flag. */
function isEmoji(cluster: string): boolean {
  return /\u200d|\ufe0f|\p{Emoji_Modifier}|\p{Regional_Indicator}{2}/u.test(cluster);
}

/** The text, cut to at most `limit` cells, the cut shown by `…`. */
export function cutToWidth(text: string, limit: number): string {
  if (displayWidth(text) <= limit) return text;
  let result = "";
  let width = 0;
  for (const { segment } of graphemes(text)) {
    const next = width + clusterWidth(segment);
    if (next > limit - 1) break;
    result += segment;
    width = next;
  }
  return `${result}…`;
}
