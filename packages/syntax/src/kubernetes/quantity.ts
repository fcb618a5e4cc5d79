/** A Kubernetes quantity as an exact fraction of integers: value = numerator / denominator, denominator a power of ten. */
export interface Quantity {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const SUFFIXES: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ["n", [1n, 1_000_000_000n]],
  ["u", [1n, 1_000_000n]],
  ["m", [1n, 1_000n]],
  ["", [1n, 1n]],
  ["k", [1_000n, 1n]],
  ["M", [1_000_000n, 1n]],
  ["G", [1_000_000_000n, 1n]],
  ["T", [10n ** 12n, 1n]],
  ["P", [10n ** 15n, 1n]],
  ["E", [10n ** 18n, 1n]],
  ["Ki", [1n << 10n, 1n]],
  ["Mi", [1n << 20n, 1n]],
  ["Gi", [1n << 30n, 1n]],
  ["Ti", [1n << 40n, 1n]],
  ["Pi", [1n << 50n, 1n]],
  ["Ei", [1n << 60n, 1n]],
]);

const MAXIMUM_DIGITS = 40;

const EXPONENT = /^[eE]([+-]?)(\d{1,2})$/;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;

/**
 * Reads a quantity such as `100m`, `1.5Gi` or `2e3` by the grammar of `k8s.io/apimachinery` `resource.Quantity`.
 * Undefined where the text is none.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const number = readNumber(text);
  if (number === undefined) return undefined;
  const suffix = text.slice(number.end);
  const scale = SUFFIXES.get(suffix) ?? exponent(suffix);
  if (scale === undefined) return undefined;
  return { numerator: number.digits * scale[0], denominator: number.scale * scale[1] };
}

/** Whether a text is a quantity; as {@link parseQuantity}, without working out its value. */
export function isQuantity(text: string): boolean {
  const number = scanNumber(text);
  if (number === undefined) return false;
  const suffix = text.slice(number.end);
  return SUFFIXES.has(suffix) || EXPONENT.test(suffix);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

interface ReadNumber {
  readonly digits: bigint;
  readonly scale: bigint;
  readonly end: number;
}

function readNumber(text: string): ReadNumber | undefined {
  const scanned = scanNumber(text);
  if (scanned === undefined) return undefined;
  const { start, point, end } = scanned;
  const value = BigInt(
    point < 0 ? text.slice(start, end) : text.slice(start, point) + text.slice(point + 1, end),
  );
  return {
    digits: text.startsWith("-") ? -value : value,
    scale: point < 0 ? 1n : 10n ** BigInt(end - point - 1),
    end,
  };
}

interface ScannedNumber {
  readonly start: number;
  /** Offset of the decimal point, or -1. */
  readonly point: number;
  readonly end: number;
}

function scanNumber(text: string): ScannedNumber | undefined {
  const start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  let point = -1;
  let end = start;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === POINT && point < 0) point = end;
    else if (code < ZERO || code > NINE) break;
  }
  const digits = end - start - (point < 0 ? 0 : 1);
  return digits === 0 || digits > MAXIMUM_DIGITS ? undefined : { start, point, end };
}

function exponent(suffix: string): readonly [bigint, bigint] | undefined {
  const match = EXPONENT.exec(suffix);
  if (match === null) return undefined;
  const power = 10n ** BigInt(match[2] ?? "0");
  return match[1] === "-" ? [1n, power] : [power, 1n];
}
