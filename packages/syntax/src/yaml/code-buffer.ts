/** Texts up to this length share one buffer; a longer one gets its own, so that it is not kept. */
const SHARED_LIMIT = 1 << 20;

let shared = new Uint16Array(1 << 12);

/**
 * The code units of a text. Strings that are slices or concatenations are slow to index; an array is not.
 * The array may be longer than the text, and it is valid until the next call: reading never waits and never nests.
 */
export function loadCodes(text: string): Uint16Array {
  const codes = bufferFor(text.length);
  for (let index = 0; index < text.length; index += 1) codes[index] = text.charCodeAt(index);
  return codes;
}

function bufferFor(length: number): Uint16Array {
  if (length <= shared.length) return shared;
  if (length > SHARED_LIMIT) return new Uint16Array(length);
  shared = new Uint16Array(Math.min(SHARED_LIMIT, length * 2));
  return shared;
}
