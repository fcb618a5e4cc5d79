import type { ExpressionCall, ExpressionNode } from "@plimsoll/syntax";
import { ANY, BOOLEAN, STRING, typeOfPlain, type ValueType } from "./type.ts";

/** A function of expressions: how many arguments it takes and what it gives. */
export interface FunctionShape {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly gives: ValueType;
  /** Arguments that must be no object or array, by index; `all` for each. */
  readonly texts: "all" | readonly number[];
}

const MANY = 255;

const ALL: readonly FunctionShape[] = [
  { name: "contains", minimum: 2, maximum: 2, gives: BOOLEAN, texts: [] },
  { name: "startsWith", minimum: 2, maximum: 2, gives: BOOLEAN, texts: "all" },
  { name: "endsWith", minimum: 2, maximum: 2, gives: BOOLEAN, texts: "all" },
  { name: "format", minimum: 2, maximum: MANY, gives: STRING, texts: [0] },
  { name: "join", minimum: 1, maximum: 2, gives: STRING, texts: [1] },
  { name: "toJSON", minimum: 1, maximum: 1, gives: STRING, texts: [] },
  { name: "fromJSON", minimum: 1, maximum: 1, gives: ANY, texts: [0] },
  { name: "hashFiles", minimum: 1, maximum: MANY, gives: STRING, texts: "all" },
  { name: "case", minimum: 3, maximum: MANY, gives: ANY, texts: [] },
  { name: "success", minimum: 0, maximum: MANY, gives: BOOLEAN, texts: "all" },
  { name: "failure", minimum: 0, maximum: MANY, gives: BOOLEAN, texts: "all" },
  { name: "always", minimum: 0, maximum: 0, gives: BOOLEAN, texts: [] },
  { name: "cancelled", minimum: 0, maximum: 0, gives: BOOLEAN, texts: [] },
];

const BY_NAME = new Map(ALL.map((shape) => [shape.name.toLowerCase(), shape]));

/** Functions that tell how the run went, which only conditions may call. */
export const STATUS_FUNCTIONS: ReadonlySet<string> = new Set(["success", "failure", "always", "cancelled"]);

export function functionShape(name: string): FunctionShape | undefined {
  return BY_NAME.get(name.toLowerCase());
}

export function functionNames(): readonly string[] {
  return ALL.map(({ name }) => name);
}

/** What is wrong with the placeholders of `format('…', …)`; undefined where nothing is, or the text is not known. */
export function formatProblem({ arguments: [first, ...values] }: ExpressionCall): string | undefined {
  if (first?.kind !== "literal" || typeof first.value !== "string") return undefined;
  const used = placeholders(first.value);
  if (used === undefined) return "has a bracket that is not closed";
  const missing = [...used].find((index) => index >= values.length);
  if (missing !== undefined) return `has no value for {${missing}}`;
  const unused = values.findIndex((_, index) => !used.has(index));
  return unused === -1 ? undefined : `does not use its value for {${unused}}`;
}

/** The numbers in single brackets; two brackets stand for one as text. */
function placeholders(text: string): ReadonlySet<number> | undefined {
  const used = new Set<number>();
  for (let at = text.indexOf("{"); at !== -1; at = text.indexOf("{", at)) {
    if (text.charAt(at + 1) === "{") {
      at += 2;
      continue;
    }
    const close = text.indexOf("}", at);
    if (close === -1) return undefined;
    const number = text.slice(at + 1, close);
    if (/^\d{1,4}$/.test(number)) used.add(Number(number));
    at = close + 1;
  }
  return used;
}

/** The type that `fromJSON` of a literal gives, or why it gives none. */
export function jsonType(argument: ExpressionNode | undefined): ValueType | { readonly broken: string } {
  if (argument?.kind !== "literal" || typeof argument.value !== "string") return ANY;
  try {
    const value: unknown = JSON.parse(argument.value);
    return typeOfPlain(value);
  } catch (error) {
    if (error instanceof SyntaxError) return { broken: argument.value };
    throw error;
  }
}
