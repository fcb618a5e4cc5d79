/** Character codes that the Dockerfile scanners look for. */
export const LINE_FEED = 10;
export const CARRIAGE_RETURN = 13;
export const TAB = 9;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const DOLLAR = 36;
export const SINGLE_QUOTE = 39;
export const DASH = 45;
export const SLASH = 47;
export const LESS_THAN = 60;
export const EQUALS = 61;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const OPEN_BRACE = 123;
export const CLOSE_BRACE = 125;
export const BYTE_ORDER_MARK = 0xfeff;

/** White space of the Unicode property White_Space, the set that BuildKit trims. */
export function isSpace(code: number): boolean {
  if (code <= SPACE) return code === SPACE || (code >= TAB && code <= CARRIAGE_RETURN);
  if (code < 0x85) return false;
  return code === 0x85 || code === 0xa0 || isWideSpace(code);
}

function isWideSpace(code: number): boolean {
  if (code < 0x1680) return false;
  if (code >= 0x2000 && code <= 0x200a) return true;
  return (
    code === 0x1680 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The narrower set that separates a keyword from its arguments, and the items of FROM, EXPOSE, COPY, ADD and VOLUME. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB || (code >= 11 && code <= CARRIAGE_RETURN);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isAsciiLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** True for what may stand in the name of a variable: `_`, letters and digits of any script. */
export function isNamePart(code: number): boolean {
  if (code < 0x80) return isAsciiLetter(code) || isDigit(code) || code === 95;
  // Made here and not with the module: its classes take part of a millisecond, and names are seldom of another script.
  return /^[\p{L}\p{Nd}]$/u.test(String.fromCharCode(code));
}

/** The first offset from `from` on (below `end`) that holds no white space. */
export function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** The offset after the last character before `end` that is no white space, not below `from`. */
export function trimEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}
