import { DASH, DOT, isDigit, PLUS, ZERO } from "./char-codes.ts";
import type { YamlScalarValue } from "./nodes.ts";

/** Longer integers are read as floats: converting digits to bigint costs more than linear time. */
const MAX_INTEGER_DIGITS = 400;

/** Numbers of up to this many digits fit a float exactly. */
const EXACT_DIGITS = 15;

const LONGEST_WORD = 5;

const WORDS: ReadonlyMap<string, null | boolean> = new Map([
  ["", null],
  ["~", null],
  ["null", null],
  ["Null", null],
  ["NULL", null],
  ["true", true],
  ["True", true],
  ["TRUE", true],
  ["false", false],
  ["False", false],
  ["FALSE", false],
]);

/**
 * The value of a plain scalar under the core schema of YAML 1.2: null, booleans, integers (decimal, `0o`, `0x`), floats,
 * else a string. `yes`, `no`, `on`, `off` and their spellings are strings, and `0644` is the decimal 644; Kubernetes reads these as
 * YAML 1.1 does, see `kubernetesValue`.
 */
export function resolvePlain(text: string): YamlScalarValue {
  const first = text.charCodeAt(0);
  if (isDigit(first) || first === DASH || first === PLUS || first === DOT) return resolveNumber(text) ?? text;
  if (text.length > LONGEST_WORD) return text;
  const word = WORDS.get(text);
  return word === undefined ? text : word;
}

/** The value of a scalar that has a tag: the standard tags convert, every other tag keeps the text. */
export function resolveTagged(tag: string, text: string, implicit: YamlScalarValue): YamlScalarValue {
  switch (standardTag(tag)) {
    case "null":
      return text === "" ? null : resolvePlain(text) === null ? null : implicit;
    case "bool": {
      const value = resolvePlain(text);
      return typeof value === "boolean" ? value : implicit;
    }
    case "int": {
      const value = resolvePlain(text);
      return typeof value === "bigint" ? value : implicit;
    }
    case "float": {
      const value = resolvePlain(text);
      return typeof value === "bigint" ? Number(value) : typeof value === "number" ? value : implicit;
    }
    default:
      return text;
  }
}

/** The name of a standard tag, such as `int` for `!!int`; empty for any other tag. */
export function standardTag(tag: string): string {
  if (tag.startsWith("!!")) return tag.slice(2);
  const prefix = "!<tag:yaml.org,2002:";
  return tag.startsWith(prefix) ? tag.slice(prefix.length, -1) : "";
}

function resolveNumber(text: string): bigint | number | undefined {
  const first = text.charCodeAt(0);
  const signed = first === DASH || first === PLUS;
  const start = signed ? 1 : 0;
  const digits = digitsEnd(text, start);
  if (digits === text.length && digits > start) return integer(text, first === DASH);
  if (!signed && first === ZERO && text.length > 2) {
    const radix = resolveRadix(text);
    if (radix !== undefined) return radix;
  }
  return resolveFloat(text, start);
}

function integer(text: string, negative: boolean): bigint | number {
  if (text.length <= EXACT_DIGITS) return BigInt(Number(text));
  if (text.length > MAX_INTEGER_DIGITS) return Number(text);
  if (text.charCodeAt(0) === PLUS) return BigInt(text.slice(1));
  return negative ? -BigInt(text.slice(1)) : BigInt(text);
}

function resolveRadix(text: string): bigint | undefined {
  if (text.length > MAX_INTEGER_DIGITS) return undefined;
  const mark = text.charAt(1);
  if (mark === "o") return areDigits(text, 2, 8) ? BigInt(text) : undefined;
  if (mark === "x") return areDigits(text, 2, 16) ? BigInt(text) : undefined;
  return undefined;
}

function areDigits(text: string, start: number, radix: 8 | 16): boolean {
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (radix === 8 ? code < 0x30 || code > 0x37 : !isHexDigit(code)) return false;
  }
  return true;
}

/** `0` to `9`, `a` to `f`, `A` to `F`. */
export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
}

function resolveFloat(text: string, start: number): number | undefined {
  if (text.length - start === 4) {
    const special = resolveSpecial(text, start);
    if (special !== undefined) return special;
  }
  let pos = digitsEnd(text, start);
  let digits = pos - start;
  if (text.charCodeAt(pos) === DOT) {
    const fraction = digitsEnd(text, pos + 1);
    digits += fraction - pos - 1;
    pos = fraction;
  }
  if (digits === 0) return undefined;
  if (pos < text.length) {
    const end = exponentEnd(text, pos);
    if (end !== text.length) return undefined;
  }
  return Number(text);
}

function exponentEnd(text: string, start: number): number {
  const mark = text.charAt(start);
  if (mark !== "e" && mark !== "E") return -1;
  const sign = text.charCodeAt(start + 1);
  const from = sign === PLUS || sign === DASH ? start + 2 : start + 1;
  const end = digitsEnd(text, from);
  return end === from ? -1 : end;
}

function resolveSpecial(text: string, start: number): number | undefined {
  switch (text.slice(start)) {
    case ".inf":
    case ".Inf":
    case ".INF":
      return text.charCodeAt(0) === DASH ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    case ".nan":
    case ".NaN":
    case ".NAN":
      return start === 0 ? Number.NaN : undefined;
    default:
      return undefined;
  }
}

function digitsEnd(text: string, start: number): number {
  let pos = start;
  while (pos < text.length && isDigit(text.charCodeAt(pos))) pos += 1;
  return pos;
}
