import type {
  ExpressionAccess,
  ExpressionBinary,
  ExpressionCall,
  ExpressionIndex,
  ExpressionNode,
  Span,
} from "@plimsoll/syntax";
import { formatProblem, functionShape, jsonType, STATUS_FUNCTIONS, type FunctionShape } from "./functions.ts";
import {
  ANY,
  BOOLEAN,
  merge,
  nameOf,
  NULL,
  NUMBER,
  STRING,
  type ArrayType,
  type ObjectType,
  type ValueType,
} from "./type.ts";

export type TypeCode =
  | "unknownContext"
  | "contextNotAvailable"
  | "unknownFunction"
  | "functionNotAvailable"
  | "argumentCount"
  | "unknownProperty"
  | "wrongType"
  | "badFormat"
  | "badJson";

export interface TypeProblem {
  readonly code: TypeCode;
  readonly at: Span;
  readonly name: string;
  /** What is known of it: the names that there are, the type that it has. */
  readonly detail: string;
}

/** What an expression may use at its place. */
export interface Scope {
  /** The type of a context by its name in lower case; `hidden` where it exists but not here; undefined where there is none. */
  readonly contextType: (name: string) => ValueType | "hidden" | undefined;
  readonly contexts: readonly string[];
  readonly statusFunctions: boolean;
  readonly hashFiles: boolean;
}

/** The type of an expression's value; what is wrong on the way goes to `problems`. */
export function typeOfExpression(node: ExpressionNode, scope: Scope, problems: TypeProblem[]): ValueType {
  return new TypeChecker(scope, problems).type(node);
}

class TypeChecker {
  readonly #scope: Scope;
  readonly #problems: TypeProblem[];

  constructor(scope: Scope, problems: TypeProblem[]) {
    this.#scope = scope;
    this.#problems = problems;
  }

  /** Trees are at most `EXPRESSION_DEPTH` deep. */
  type(node: ExpressionNode): ValueType {
    switch (node.kind) {
      case "literal":
        return literalType(node.value);
      case "context":
        return this.#context(node.name, node);
      case "access":
        return node.name === "*" ? this.#filter(node) : this.#access(node);
      case "index":
        return this.#index(node);
      case "call":
        return this.#call(node);
      case "unary":
        this.type(node.operand);
        return BOOLEAN;
      default:
        return this.#binary(node);
    }
  }

  #report(code: TypeCode, at: Span, name: string, detail = ""): void {
    this.#problems.push({ code, at: { start: at.start, end: at.end }, name, detail });
  }

  #context(name: string, at: Span): ValueType {
    const type = this.#scope.contextType(name.toLowerCase());
    if (type !== undefined && type !== "hidden") return type;
    const code = type === undefined ? "unknownContext" : "contextNotAvailable";
    this.#report(code, at, name, this.#scope.contexts.join(", "));
    return ANY;
  }

  #access({ object, name, nameSpan }: ExpressionAccess): ValueType {
    return this.#property(this.type(object), name, nameSpan);
  }

  #property(type: ValueType, name: string, at: Span): ValueType {
    if (type.kind === "any") return ANY;
    if (type.kind === "array" && type.filtered === true) {
      return { ...type, item: this.#property(type.item, name, at) };
    }
    if (type.kind !== "object") {
      this.#report("wrongType", at, name, `${nameOf(type)}, which has no properties`);
      return ANY;
    }
    const found = type.properties.get(name.toLowerCase()) ?? type.rest;
    if (found !== undefined) return found;
    this.#report("unknownProperty", at, name, [...type.properties.keys()].join(", "));
    return ANY;
  }

  #filter({ object, nameSpan }: ExpressionAccess): ValueType {
    const type = this.type(object);
    if (type.kind === "any") return { kind: "array", item: ANY, filtered: true };
    if (type.kind === "object") return { kind: "array", item: itemOf(type), filtered: true };
    if (type.kind === "array") {
      const item = type.filtered === true && type.item.kind === "array" ? type.item.item : type.item;
      return { kind: "array", item, filtered: true };
    }
    this.#report("wrongType", nameSpan, "*", `${nameOf(type)}, which has no items`);
    return ANY;
  }

  #index({ object, index }: ExpressionIndex): ValueType {
    const type = this.type(object);
    const by = this.type(index);
    if (type.kind === "any") return ANY;
    if (index.kind === "literal" && typeof index.value === "string" && type.kind !== "array") {
      return this.#property(type, index.value, index);
    }
    if (type.kind === "array") return this.#item(type, by, index);
    if (type.kind !== "object") {
      this.#report("wrongType", index, "[ ]", `${nameOf(type)}, which has no properties`);
      return ANY;
    }
    if (by.kind !== "any" && by.kind !== "string")
      this.#report("wrongType", index, "[ ]", `${nameOf(by)}, where the name of a property belongs`);
    return itemOf(type);
  }

  #item({ item }: ArrayType, by: ValueType, at: Span): ValueType {
    if (by.kind !== "any" && by.kind !== "number")
      this.#report("wrongType", at, "[ ]", `${nameOf(by)}, where the number of an item belongs`);
    return item;
  }

  #call(node: ExpressionCall): ValueType {
    const types = node.arguments.map((argument) => this.type(argument));
    const shape = functionShape(node.name);
    if (shape === undefined) {
      this.#report("unknownFunction", node.nameSpan, node.name);
      return ANY;
    }
    if (types.length < shape.minimum || types.length > shape.maximum) {
      const { minimum, maximum } = shape;
      const wanted = minimum === maximum ? String(minimum) : `at least ${minimum}`;
      this.#report("argumentCount", node.nameSpan, shape.name, `${wanted}, not ${types.length}`);
    }
    this.#checkCall(node, shape);
    for (const [index, type] of types.entries()) {
      const takesText = shape.texts === "all" || shape.texts.includes(index);
      const at = node.arguments[index];
      if (takesText && at !== undefined && isCollection(type))
        this.#report("wrongType", at, shape.name, `${nameOf(type)}, where a text belongs`);
    }
    return this.#result(node, shape.name.toLowerCase(), shape.gives);
  }

  /** Whether the function may be called here. */
  #checkCall(node: ExpressionCall, shape: FunctionShape): void {
    const lower = shape.name.toLowerCase();
    const mayCall = lower === "hashfiles" ? this.#scope.hashFiles : this.#scope.statusFunctions;
    if ((lower === "hashfiles" || STATUS_FUNCTIONS.has(lower)) && !mayCall)
      this.#report("functionNotAvailable", node.nameSpan, shape.name);
  }

  #result(node: ExpressionCall, name: string, gives: ValueType): ValueType {
    const [first] = node.arguments;
    if (name === "format") {
      const problem = formatProblem(node);
      if (problem !== undefined) this.#report("badFormat", node.nameSpan, "format", problem);
    }
    if (name !== "fromjson") return gives;
    const type = jsonType(first);
    if (!("broken" in type)) return type;
    this.#report("badJson", first ?? node, "fromJSON");
    return ANY;
  }

  #binary(node: ExpressionBinary): ValueType {
    const left = this.type(node.left);
    const right = this.type(node.right);
    const { operator } = node;
    if (operator === "&&" || operator === "||") return merge(left, right);
    const isEquality = operator === "==" || operator === "!=";
    if (isEquality ? !areEqualTypes(left, right) : !(isOrdered(left) && isOrdered(right)))
      this.#report(
        "wrongType",
        node,
        operator,
        `${nameOf(left)} and ${nameOf(right)}, which are never compared so`,
      );
    return BOOLEAN;
  }
}

function literalType(value: string | number | boolean | null): ValueType {
  if (value === null) return NULL;
  if (typeof value === "boolean") return BOOLEAN;
  return typeof value === "number" ? NUMBER : STRING;
}

/** Any property of an object. */
function itemOf({ properties, rest }: ObjectType): ValueType {
  if (rest !== undefined || properties.size === 0) return rest ?? ANY;
  const [first = ANY, ...others] = properties.values();
  return others.reduce((a, b) => merge(a, b), first);
}

function isCollection({ kind }: ValueType): boolean {
  return kind === "object" || kind === "array";
}

function isOrdered({ kind }: ValueType): boolean {
  return kind === "any" || kind === "number" || kind === "string";
}

/** A collection equals only the very same collection. */
function areEqualTypes(left: ValueType, right: ValueType): boolean {
  if (left.kind === "any" || right.kind === "any") return true;
  if (left.kind === "null" || right.kind === "null") return true;
  if (left.kind === "array" && right.kind === "array") return areEqualTypes(left.item, right.item);
  return isCollection(left) || isCollection(right) ? left.kind === right.kind : true;
}
