const CHUNK = 8192;

/** The text of UTF-8 bytes; undefined where they are none. Overlong forms and surrogates are none. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  let codes: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    const length = lengthOf(first);
    if (length === 0 || at + length > bytes.length) return undefined;
    const code = codePoint(bytes, at, length);
    if (code === undefined) return undefined;
    codes.push(code);
    at += length;
    if (codes.length < CHUNK) continue;
    parts.push(String.fromCodePoint(...codes));
    codes = [];
  }
  parts.push(String.fromCodePoint(...codes));
  return parts.join("");
}

function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

const LOWEST = [0, 0, 0x80, 0x800, 0x10000] as const;

function codePoint(bytes: Uint8Array, at: number, length: number): number | undefined {
  const first = bytes[at] ?? 0;
  if (length === 1) return first;
  let code = first & (0xff >> (length + 1));
  for (let index = 1; index < length; index += 1) {
    const next = bytes[at + index] ?? 0;
    if ((next & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (next & 0x3f);
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code < (LOWEST[length] ?? 0) || isSurrogate || code > 0x10ffff ? undefined : code;
}
