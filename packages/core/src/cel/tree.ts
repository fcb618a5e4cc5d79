import type { ASTNode } from "@marcbachmann/cel-js";

/**
 * A parsed expression as plain data, which a program that starts reads many times faster than it parses the text: the operator, then
 * its operands, of which some are expressions themselves. An integer is a number, since no expression of ours has a fraction.
 */
export type CelTree = readonly [operator: string, ...operands: readonly CelOperand[]];
/** A text, an integer, a truth value, or expressions. */
export type CelOperand = string | number | boolean | readonly CelOperand[];

/** Expressions of rules that were parsed when Plimsoll was built, by their texts. */
export type CelTrees = (text: string) => CelTree | undefined;

/** A node as {@link compileQuick} reads it: operator and operands, without places in a text. */
export type CelNode = Pick<ASTNode, "op" | "args">;

/** The tree of a node; undefined where it holds null, a fraction, bytes, or an integer that a number cannot hold exactly. */
export function treeOf({ op, args }: CelNode): CelTree | undefined {
  const operands = operandsOf(op !== "value" && Array.isArray(args) ? args : [args]);
  return operands === undefined ? undefined : [op, ...operands];
}

function operandsOf(values: readonly unknown[]): readonly CelOperand[] | undefined {
  const operands = values.map(operandOf);
  const known = operands.filter((operand) => operand !== undefined);
  return known.length === operands.length ? known : undefined;
}

function operandOf(value: unknown): CelOperand | undefined {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : undefined;
  if (Array.isArray(value)) return operandsOf(value);
  return isNode(value) ? treeOf(value) : undefined;
}

function isNode(value: unknown): value is CelNode {
  return typeof value === "object" && value !== null && "op" in value && "args" in value;
}

/** Operators whose one operand is not in a list. */
const UNARY: ReadonlySet<string> = new Set(["value", "id", "!_", "-_"]);
/** Where an operand that is a list holds nodes, and is none itself. */
const LISTS: ReadonlyMap<string, number> = new Map([
  ["call", 1],
  ["rcall", 2],
]);

/** The node of a tree that {@link treeOf} made. */
export function nodeOf(tree: CelTree): ASTNode {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a test holds every tree against what the library parses.
  return new TreeNode(tree) as unknown as ASTNode;
}

/** Makes its operands when they are asked for: the first file of a run needs few of them. */
class TreeNode {
  readonly op: string;
  readonly #tree: CelTree;
  #args: unknown;

  constructor(tree: CelTree) {
    this.op = tree[0];
    this.#tree = tree;
  }

  get args(): unknown {
    this.#args ??= this.#made();
    return this.#args;
  }

  #made(): unknown {
    const [op, ...operands] = this.#tree;
    return UNARY.has(op) ? valueOf(op, operands[0]) : argumentsOf(op, operands);
  }
}

function valueOf(op: string, operand: CelOperand | undefined): unknown {
  if (op === "value") return typeof operand === "number" ? BigInt(operand) : operand;
  return isTree(operand) ? nodeOf(operand) : operand;
}

function argumentsOf(op: string, operands: readonly CelOperand[]): readonly unknown[] {
  const list = LISTS.get(op);
  return operands.map((operand, index) => {
    if (op === "map" && Array.isArray(operand)) return operand.map(nodeOrText);
    if (index === list && Array.isArray(operand)) return operand.map(nodeOrText);
    return nodeOrText(operand);
  });
}

function nodeOrText(operand: CelOperand): unknown {
  return isTree(operand) ? nodeOf(operand) : operand;
}

function isTree(operand: CelOperand | undefined): operand is CelTree {
  return Array.isArray(operand) && typeof operand[0] === "string";
}
