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
  let index = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  let digits = "";
  let decimals = -1;
  for (; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === "." && decimals < 0) decimals = 0;
    else if (character >= "0" && character <= "9") {
      digits += character;
      if (decimals >= 0) decimals += 1;
    } else break;
  }
  if (digits === "" || digits.length > MAXIMUM_DIGITS) return undefined;
  const value = BigInt(digits);
  return {
    digits: text.startsWith("-") ? -value : value,
    scale: 10n ** BigInt(Math.max(0, decimals)),
    end: index,
  };
}

function exponent(suffix: string): readonly [bigint, bigint] | undefined {
  const match = /^[eE]([+-]?)(\d{1,2})$/.exec(suffix);
  if (match === null) return undefined;
  const power = 10n ** BigInt(match[2] ?? "0");
  return match[1] === "-" ? [1n, power] : [power, 1n];
}
