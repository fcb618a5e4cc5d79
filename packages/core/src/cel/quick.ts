import type { ASTNode } from "@marcbachmann/cel-js";
import type { CelVariables } from "./compile.ts";
import { has, literal, type Scope, type Step, variable } from "./quick-names.ts";
import {
  compareIntegers,
  difference,
  elementOf,
  EMPTY_MAP,
  equal,
  GIVEN_UP,
  isIn,
  isMap,
  NOTHING,
  sizeOf,
} from "./quick-values.ts";
import { isText, sum, TEXT_METHODS, toText, type PlainFunction } from "./quick-texts.ts";

/**
 * A second evaluator for the part of CEL that nearly all rules stay within: paths, `has()`, optional paths with `orValue()`,
 * comparisons, `in`, logic, `all` and `exists`. It knows plain data of the expected types only. Whatever else it meets, it gives
 * up, and the library, which is the authority, evaluates the whole expression anew: where it answers, it answers as the library.
 */
export type QuickProgram = (variables: CelVariables) => unknown;

/** Compiles an expression that the library found valid; undefined where it uses more than this evaluator knows. */
export function compileQuick(ast: ASTNode): QuickProgram | undefined {
  if (isOptional(ast)) return undefined;
  const step = compile(ast, { slots: new Map() });
  if (step === undefined) return undefined;
  const frame: unknown[] = [];
  return (variables) => step(variables, frame);
}

function compile(node: ASTNode, scope: Scope): Step | undefined {
  switch (node.op) {
    case "value":
      return literal(node.args);
    case "id":
      return variable(node.args, scope);
    case "map":
      return node.args.length === 0 ? () => EMPTY_MAP : undefined;
    case "list":
      return list(node.args, scope);
    case "call":
      return call(node.args, scope);
    case "rcall":
      return method(node.args, scope);
    case "!_":
      return negation(node.args, scope);
    case "?:":
      return choice(node.args, scope);
    default:
      return compileAccess(node, scope) ?? compileBinary(node, scope);
  }
}

function compileAccess(node: ASTNode, scope: Scope): Step | undefined {
  switch (node.op) {
    case ".":
      return field(node.args[0], node.args[1], { optional: isOptional(node), scope });
    case ".?":
      return field(node.args[0], node.args[1], { optional: true, scope });
    case "[]":
      return element(node.args, { optional: false, scope });
    case "[?]":
      return element(node.args, { optional: true, scope });
    default:
      return undefined;
  }
}

/** What joins two values, by operator. */
const JOINS: ReadonlyMap<string, (a: unknown, b: unknown) => unknown> = new Map([
  ["==", (a, b) => equal(a, b, true)],
  ["!=", (a, b) => equal(a, b, false)],
  ["in", isIn],
  ["+", sum],
  ["-", difference],
  ["<", (a, b) => compareIntegers(a, b, (x, y) => x < y)],
  ["<=", (a, b) => compareIntegers(a, b, (x, y) => x <= y)],
  [">", (a, b) => compareIntegers(a, b, (x, y) => x > y)],
  [">=", (a, b) => compareIntegers(a, b, (x, y) => x >= y)],
]);

type Joining = Extract<ASTNode, { readonly op: "==" | "!=" | "in" | "+" | "-" | "<" | "<=" | ">" | ">=" }>;

function isJoining(node: ASTNode): node is Joining {
  return JOINS.has(node.op);
}

function compileBinary(node: ASTNode, scope: Scope): Step | undefined {
  if (node.op === "&&") return logic(node.args, false, scope);
  if (node.op === "||") return logic(node.args, true, scope);
  const join = JOINS.get(node.op);
  if (join === undefined || !isJoining(node)) return undefined;
  const isEquality = node.op === "==" || node.op === "!=";
  const test = isEquality ? textTest(node.args, scope, node.op === "==") : undefined;
  return test ?? binary(node.args, scope, join);
}

/** `type(value) == string` and its opposite. */
function textTest(
  [left, right]: readonly [ASTNode, ASTNode],
  scope: Scope,
  wanted: boolean,
): Step | undefined {
  if (left.op !== "call" || left.args[0] !== "type" || right.op !== "id" || right.args !== "string")
    return undefined;
  const [of] = left.args[1];
  const value = plain(of, scope);
  if (value === undefined || left.args[1].length !== 1) return undefined;
  return (variables, frame) => {
    const answer = isText(value(variables, frame));
    return typeof answer === "boolean" ? answer === wanted : GIVEN_UP;
  };
}

/** Whether a node's value is an optional: a path with `.?` in it, until `orValue` ends it. */
function isOptional(node: ASTNode): boolean {
  if (node.op === ".?" || node.op === "[?]") return true;
  return node.op === "." && isOptional(node.args[0]);
}

/** A node whose value is no optional. */
function plain(node: ASTNode | undefined, scope: Scope): Step | undefined {
  return node === undefined || isOptional(node) ? undefined : compile(node, scope);
}

/**
 * As {@link plain}, compiled when it is first evaluated: which of a rule's objects have the field that a condition goes on about is
 * seldom. Where it uses more than this evaluator knows, it gives up then.
 */
function later(node: ASTNode, scope: Scope): Step {
  let step: Step | undefined;
  return (variables, frame) => {
    step ??= plain(node, scope) ?? givesUp;
    return step(variables, frame);
  };
}

const givesUp: Step = () => GIVEN_UP;

interface FieldScope {
  readonly optional: boolean;
  readonly scope: Scope;
}

function field(of: ASTNode, name: string, { optional, scope }: FieldScope): Step | undefined {
  const before = compile(of, scope);
  if (before === undefined) return undefined;
  const missing = optional ? NOTHING : GIVEN_UP;
  return (variables, frame) => {
    const value = before(variables, frame);
    if (value === NOTHING) return NOTHING;
    if (!isMap(value)) return GIVEN_UP;
    return Object.hasOwn(value, name) ? (value[name] ?? GIVEN_UP) : missing;
  };
}

/** `map["key"]`, `list[0]`, and with `?` an optional where there is none. */
function element([of, at]: readonly [ASTNode, ASTNode], { optional, scope }: FieldScope): Step | undefined {
  const value = optional ? compile(of, scope) : plain(of, scope);
  const key = plain(at, scope);
  if (value === undefined || key === undefined) return undefined;
  return (variables, frame) => elementOf(value(variables, frame), key(variables, frame), optional);
}

function call([name, args]: readonly [string, ASTNode[]], scope: Scope): Step | undefined {
  if (name === "has") return has(args[0], scope);
  if (name === "string" && args.length === 1) return apply(args, scope, toText);
  const [of] = args;
  return name === "size" && of !== undefined && args.length === 1 ? size(of, scope) : undefined;
}

function size(of: ASTNode, scope: Scope): Step | undefined {
  const value = plain(of, scope);
  return value === undefined ? undefined : (variables, frame) => sizeOf(value(variables, frame));
}

function list(items: readonly ASTNode[], scope: Scope): Step | undefined {
  const steps = items.map((item) => plain(item, scope));
  const known = steps.filter((step) => step !== undefined);
  if (known.length < steps.length) return undefined;
  return (variables, frame) => {
    const values = known.map((step) => step(variables, frame));
    return values.includes(GIVEN_UP) ? GIVEN_UP : values;
  };
}

function method([name, on, args]: readonly [string, ASTNode, ASTNode[]], scope: Scope): Step | undefined {
  switch (name) {
    case "orValue":
      return orValue(on, args, scope);
    case "all":
      return quantifier(on, args, { decides: false, scope });
    case "exists":
      return quantifier(on, args, { decides: true, scope });
    case "size":
      return args.length === 0 ? size(on, scope) : undefined;
    default: {
      const known = TEXT_METHODS.get(name);
      const nodes = [on, ...args];
      return known?.arity === nodes.length ? apply(nodes, scope, known.apply) : undefined;
    }
  }
}

function orValue(on: ASTNode, args: readonly ASTNode[], scope: Scope): Step | undefined {
  const value = isOptional(on) ? compile(on, scope) : undefined;
  const otherwise = args.length === 1 ? plain(args[0], scope) : undefined;
  if (value === undefined || otherwise === undefined) return undefined;
  return (variables, frame) => {
    const found = value(variables, frame);
    return found === NOTHING ? otherwise(variables, frame) : found;
  };
}

function apply(nodes: readonly ASTNode[], scope: Scope, of: PlainFunction): Step | undefined {
  const values = list(nodes, scope);
  if (values === undefined) return undefined;
  return (variables, frame) => {
    const known = values(variables, frame);
    return Array.isArray(known) ? of(known) : GIVEN_UP;
  };
}

interface Quantifier {
  /** The answer of one element that decides the whole. */
  readonly decides: boolean;
  readonly scope: Scope;
}

function quantifier(on: ASTNode, args: readonly ASTNode[], { decides, scope }: Quantifier): Step | undefined {
  const [name, condition] = args;
  const values = plain(on, scope);
  if (values === undefined || name?.op !== "id" || condition === undefined || args.length !== 2)
    return undefined;
  const slot = scope.slots.size;
  // A name that is taken already would share its place with the outer one.
  if (scope.slots.has(name.args)) return undefined;
  const test = later(condition, { slots: new Map([...scope.slots, [name.args, slot]]) });
  return (variables, frame) => {
    const elements = values(variables, frame);
    if (!Array.isArray(elements)) return GIVEN_UP;
    for (const element of elements) {
      frame[slot] = element;
      const answer = test(variables, frame);
      if (answer === decides) return decides;
      if (answer !== !decides) return GIVEN_UP;
    }
    return !decides;
  };
}

function negation(of: ASTNode, scope: Scope): Step | undefined {
  const step = plain(of, scope);
  if (step === undefined) return undefined;
  return (variables, frame) => {
    const value = step(variables, frame);
    return typeof value === "boolean" ? !value : GIVEN_UP;
  };
}

function choice(nodes: readonly [ASTNode, ASTNode, ASTNode], scope: Scope): Step | undefined {
  const condition = plain(nodes[0], scope);
  if (condition === undefined) return undefined;
  const [yes, no] = [later(nodes[1], scope), later(nodes[2], scope)];
  return (variables, frame) => {
    const value = condition(variables, frame);
    if (typeof value !== "boolean") return GIVEN_UP;
    return value ? yes(variables, frame) : no(variables, frame);
  };
}

/** `&&` (decided by false) and `||` (decided by true). */
function logic(nodes: readonly [ASTNode, ASTNode], decides: boolean, scope: Scope): Step | undefined {
  const left = plain(nodes[0], scope);
  if (left === undefined) return undefined;
  const right = later(nodes[1], scope);
  return (variables, frame) => {
    const first = left(variables, frame);
    if (first === decides) return decides;
    if (typeof first !== "boolean") return GIVEN_UP;
    const second = right(variables, frame);
    return typeof second === "boolean" ? second : GIVEN_UP;
  };
}

function binary(
  nodes: readonly [ASTNode, ASTNode],
  scope: Scope,
  join: (a: unknown, b: unknown) => unknown,
): Step | undefined {
  const [left, right] = [plain(nodes[0], scope), plain(nodes[1], scope)];
  if (left === undefined || right === undefined) return undefined;
  return (variables, frame) => join(left(variables, frame), right(variables, frame));
}
