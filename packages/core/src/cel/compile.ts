import { Environment, parse, serialize, type ASTNode } from "@marcbachmann/cel-js";
import { compareQuantities, parseQuantity, type Quantity } from "@plimsoll/syntax";
import { CodedError } from "../error/coded-error.ts";
import { compileQuick, type QuickProgram } from "./quick.ts";
import { nodeOf, treeOf, type CelTree, type CelTrees } from "./tree.ts";
import { GIVEN_UP } from "./quick-values.ts";

/** The names that a predicate may use; see `CelRule`. */
export interface CelVariables {
  readonly object?: unknown;
  readonly podSpec?: unknown;
  readonly podMetadata?: unknown;
  readonly container?: unknown;
  readonly item?: unknown;
  readonly itemKey?: string;
  readonly params?: unknown;
  readonly kind?: string;
  readonly containerType?: string;
  readonly kubernetesMinor?: bigint;
}

/** A compiled predicate. Throws where the data does not have the types that the expression needs. */
export type CelProgram = (variables: CelVariables) => unknown;

/** The outcome of compiling an expression: a program, or what is wrong with it and where (UTF-16 offset). */
export type CelCompilation =
  | { readonly ok: true; readonly program: CelProgram }
  | { readonly ok: false; readonly error: string; readonly offset: number };

/** Finds out whether a pattern (RE2 syntax) occurs in a text, in linear time. */
export interface RegexEngine {
  readonly matches: (text: string, pattern: string) => boolean;
}

const VARIABLES = ["object", "podSpec", "podMetadata", "container", "item", "params"] as const;
const MAXIMUM_LENGTH = 10_000;
const LIMITS = { maxAstNodes: 10_000, maxDepth: 100 };

let regexEngine: RegexEngine | undefined;
let environment: Environment | undefined;
let parser: Environment | undefined;
const compiled = new Map<string, CelCompilation>();
/** Expressions of our own rules, whose types were not checked here. */
const parsed = new Map<string, CelCompilation>();

/**
 * Loads the linear-time regular expressions that `matches()` needs. Expressions without `matches` work without it, which
 * keeps a megabyte out of every start. Must be awaited before compiling users' rules.
 */
export async function loadRegexEngine(): Promise<void> {
  if (regexEngine !== undefined) return;
  const { RE2JS } = await import("re2js");
  const patterns = new Map<string, ReturnType<typeof RE2JS.compile>>();
  regexEngine = {
    matches: (text, pattern) => {
      let regex = patterns.get(pattern);
      if (regex === undefined) {
        regex = RE2JS.compile(pattern);
        if (patterns.size < 1000) patterns.set(pattern, regex);
      }
      return regex.matcher(text).find();
    },
  };
}

/**
 * Compiles a CEL expression once and remembers it by its text. The dialect is that of Kubernetes admission: optional
 * types, strings, lists and `quantity()`.
 */
export function compileCel(text: string): CelCompilation {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const result = compileFresh(text);
  compiled.set(text, result);
  return result;
}

/**
 * As {@link compileCel}, for expressions of our own rules, whose types the tests have checked: here they are only parsed, which
 * halves what the first file costs, and not even that where `trees` has them parsed. An expression that does not parse is a mistake of ours.
 * @throws CodedError `cel/invalid`
 */
export function mustCompileCel(text: string, trees?: CelTrees): CelProgram {
  const known = compiled.get(text) ?? parsed.get(text) ?? fromTree(text, trees?.(text)) ?? parseOnly(text);
  if (known.ok) {
    parsed.set(text, known);
    return known.program;
  }
  throw new CodedError({
    code: "cel/invalid",
    message: `The expression "${text}" is not valid CEL: ${known.error}`,
    nextStep: "Correct the expression; its variables are listed in the guide on writing rules.",
  });
}

function compileFresh(text: string): CelCompilation {
  if (text.length > MAXIMUM_LENGTH) {
    return { ok: false, error: `longer than ${MAXIMUM_LENGTH} characters`, offset: MAXIMUM_LENGTH };
  }
  try {
    const program = fullEnvironment().parse(withLinearMatches(text));
    const checked = program.check();
    if (!checked.valid) return failure(checked.error);
    return {
      ok: true,
      program: quickened(compileQuick(program.ast), (variables): unknown => program(variables)),
    };
  } catch (error) {
    return failure(error);
  }
}

/** A program of an expression that was parsed before, for which the library need not even be loaded. */
function fromTree(text: string, tree: CelTree | undefined): CelCompilation | undefined {
  const quick = tree === undefined ? undefined : compileQuick(nodeOf(tree));
  return quick === undefined ? undefined : { ok: true, program: quickened(quick, onDemand(text)) };
}

/** The library's program, made when it is asked for the first time. */
function onDemand(text: string): CelProgram {
  let library: CelProgram | undefined;
  return (variables) => {
    library ??= fullEnvironment().parse(withLinearMatches(text));
    return library(variables);
  };
}

/** Parses with an environment that knows no names, which is made quickly; the full one is made when an evaluation needs it. */
function parseOnly(text: string): CelCompilation {
  try {
    const quick = compileQuick(syntaxOf(text));
    return { ok: true, program: quickened(quick, onDemand(text)) };
  } catch (error) {
    return failure(error);
  }
}

function syntaxOf(text: string): ASTNode {
  parser ??= new Environment({ enableOptionalTypes: true, limits: LIMITS });
  return parser.parse(text).ast;
}

/**
 * The tree of an expression for `RuleSet.trees`; undefined where a tree cannot hold it.
 * @throws the library's error where the text is no expression.
 */
export function celTreeOf(text: string): CelTree | undefined {
  return treeOf(syntaxOf(text));
}

function fullEnvironment(): Environment {
  environment ??= makeEnvironment();
  return environment;
}

/** The quick program where there is one, and the library wherever that gives up. */
function quickened(quick: QuickProgram | undefined, library: CelProgram): CelProgram {
  if (quick === undefined) return library;
  return (variables) => {
    const answer = quick(variables);
    return answer === GIVEN_UP ? library(variables) : answer;
  };
}

function failure(error: unknown): CelCompilation {
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
  return { ok: false, error: message, offset: startOf(error) };
}

/** The library's errors carry the range of text they are about. */
function startOf(error: unknown): number {
  if (typeof error !== "object" || error === null || !("range" in error)) return 0;
  const { range } = error;
  if (typeof range !== "object" || range === null || !("start" in range)) return 0;
  return typeof range.start === "number" ? range.start : 0;
}

/** The library's `matches` runs backtracking regular expressions, which hostile input can stall; ours goes by another name. */
function withLinearMatches(text: string): string {
  if (!text.includes("matches")) return text;
  const { ast } = parse(text);
  return renameMatches(ast, 0) ? serialize(ast) : text;
}

/** The parser's own limit on depth is far below this one, so nothing is left unrenamed. */
const MAXIMUM_TREE_DEPTH = 2000;

function renameMatches(value: unknown, depth: number): boolean {
  if (depth > MAXIMUM_TREE_DEPTH) throw new RangeError("the expression is too deep");
  if (Array.isArray(value)) {
    let renamed = false;
    for (const element of value) renamed = renameMatches(element, depth + 1) || renamed;
    return renamed;
  }
  if (typeof value !== "object" || value === null || !("op" in value) || !("args" in value)) return false;
  const { op, args } = value;
  const inside = renameMatches(args, depth + 1);
  return renameCall(op, args) || inside;
}

function renameCall(op: unknown, args: unknown): boolean {
  if (op !== "rcall" || !Array.isArray(args) || args[0] !== "matches") return false;
  args[0] = "linearMatches";
  return true;
}

class QuantityValue {
  readonly quantity: Quantity;
  constructor(quantity: Quantity) {
    this.quantity = quantity;
  }
}

function makeEnvironment(): Environment {
  const made = new Environment({
    enableOptionalTypes: true,
    homogeneousAggregateLiterals: false,
    limits: LIMITS,
  });
  for (const name of VARIABLES) made.registerVariable(name, "dyn");
  made.registerVariable("kind", "string");
  made.registerVariable("itemKey", "string");
  made.registerVariable("containerType", "string");
  made.registerVariable("kubernetesMinor", "int");
  made.registerFunction("string.linearMatches(string): bool", (subject: string, pattern: string) => {
    if (regexEngine === undefined) throw new TypeError("matches() needs loadRegexEngine()");
    return regexEngine.matches(subject, pattern);
  });
  registerQuantities(made);
  return made;
}

function registerQuantities(made: Environment): void {
  made.registerType("Quantity", QuantityValue);
  made.registerFunction("isQuantity(string): bool", (text: string) => parseQuantity(text) !== undefined);
  made.registerFunction("quantity(string): Quantity", (text: string) => {
    const quantity = parseQuantity(text);
    if (quantity === undefined) throw new TypeError(`"${text}" is not a quantity`);
    return new QuantityValue(quantity);
  });
  const compare = (a: QuantityValue, b: QuantityValue): number => compareQuantities(a.quantity, b.quantity);
  made.registerFunction("Quantity.compareTo(Quantity): int", (a: QuantityValue, b: QuantityValue) =>
    BigInt(compare(a, b)),
  );
  made.registerFunction(
    "Quantity.isGreaterThan(Quantity): bool",
    (a: QuantityValue, b: QuantityValue) => compare(a, b) > 0,
  );
  made.registerFunction(
    "Quantity.isLessThan(Quantity): bool",
    (a: QuantityValue, b: QuantityValue) => compare(a, b) < 0,
  );
}
