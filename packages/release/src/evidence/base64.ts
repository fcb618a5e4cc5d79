const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES: ReadonlyMap<string, number> = new Map([
  ...Array.from(ALPHABET).map((character, value) => [character, value] as const),
  // The alphabet for file names and addresses.
  ["-", 62],
  ["_", 63],
]);

/** The bytes of a base64 text, of either alphabet, with or without padding; undefined where it is none. */
export function fromBase64(text: string): Uint8Array | undefined {
  const bare = text.replace(/={1,2}$/, "");
  if (bare.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((bare.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const character of bare) {
    const value = VALUES.get(character);
    if (value === undefined) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 0xff;
    at += 1;
  }
  return bytes;
}

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index;
    const bits = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text += (ALPHABET[bits >> 18] ?? "") + (ALPHABET[(bits >> 12) & 63] ?? "");
    text += left > 1 ? (ALPHABET[(bits >> 6) & 63] ?? "") : "=";
    text += left > 2 ? (ALPHABET[bits & 63] ?? "") : "=";
  }
  return text;
}
