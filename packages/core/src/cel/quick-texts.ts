import { GIVEN_UP, SURROGATE } from "./quick-values.ts";

/** A function of CEL on plain values: the subject first where it is a method. */
export type PlainFunction = (values: readonly unknown[]) => unknown;

interface Known {
  /** How many values it takes, the subject among them. */
  readonly arity: number;
  readonly apply: PlainFunction;
}

function ofText(apply: (text: string) => unknown): Known {
  return { arity: 1, apply: ([text]) => (typeof text === "string" ? apply(text) : GIVEN_UP) };
}

function ofTexts(apply: (text: string, other: string) => unknown): Known {
  return {
    arity: 2,
    apply: ([a, b]) => (typeof a === "string" && typeof b === "string" ? apply(a, b) : GIVEN_UP),
  };
}

function substring([text, start, end]: readonly unknown[]): unknown {
  if (typeof text !== "string" || typeof start !== "bigint" || typeof end !== "bigint") return GIVEN_UP;
  const isInside = start >= 0n && start <= end && end <= BigInt(text.length);
  return isInside && !SURROGATE.test(text) ? text.slice(Number(start), Number(end)) : GIVEN_UP;
}

/** Letters beyond these are changed by the library and not by the API server: that is not decided here. */
const ASCII = /^[ -~\t\r\n]*$/;

/** Methods on texts, by name. Where one does not know its values it gives up. */
export const TEXT_METHODS: ReadonlyMap<string, Known> = new Map([
  ["split", ofTexts((a, b) => a.split(b))],
  ["startsWith", ofTexts((a, b) => a.startsWith(b))],
  ["endsWith", ofTexts((a, b) => a.endsWith(b))],
  ["contains", ofTexts((a, b) => a.includes(b))],
  ["lowerAscii", ofText((text) => (ASCII.test(text) ? text.toLowerCase() : GIVEN_UP))],
  ["upperAscii", ofText((text) => (ASCII.test(text) ? text.toUpperCase() : GIVEN_UP))],
  ["substring", { arity: 3, apply: substring }],
]);

/** `string(value)` of a text or an integer. */
export function toText([value]: readonly unknown[]): unknown {
  return typeof value === "string" || typeof value === "bigint" ? String(value) : GIVEN_UP;
}

/** `type(value) == string`, of a value that is known to be one or known to be none. */
export function isText(value: unknown): unknown {
  if (typeof value === "string") return true;
  return typeof value === "bigint" || typeof value === "boolean" ? false : GIVEN_UP;
}

const LARGEST_INT = 2n ** 63n - 1n;

/** The sum of two integers, or two texts in one. */
export function sum(a: unknown, b: unknown): unknown {
  if (typeof a === "string" && typeof b === "string") return a + b;
  if (typeof a !== "bigint" || typeof b !== "bigint") return GIVEN_UP;
  const total = a + b;
  return total <= LARGEST_INT && total >= -LARGEST_INT ? total : GIVEN_UP;
}
