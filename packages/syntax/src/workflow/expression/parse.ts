import { lexExpression, type Token } from "./lex.ts";
import type { BinaryOperator, ExpressionNode, ExpressionProblem } from "./nodes.ts";

/** Expressions nest at most this deep; GitHub's own reader stops at 50. */
export const EXPRESSION_DEPTH = 50;

interface Operator {
  readonly operator: BinaryOperator;
  readonly precedence: number;
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  (
    [
      ["||", 1],
      ["&&", 2],
      ["==", 3],
      ["!=", 3],
      ["<", 4],
      ["<=", 4],
      [">", 4],
      [">=", 4],
    ] as const
  ).map(([operator, precedence]) => [operator, { operator, precedence }]),
);

/** An expression's tree, with offsets in its own text, or why it has none. */
export function parseExpression(text: string): ExpressionNode | ExpressionProblem {
  const tokens = lexExpression(text);
  if ("code" in tokens) return tokens;
  if (tokens.length === 1) {
    return { code: "empty", message: "The expression is empty.", start: 0, end: text.length };
  }
  return new ExpressionParser(tokens).parse();
}

export function isProblem(result: ExpressionNode | ExpressionProblem): result is ExpressionProblem {
  return "code" in result;
}

class ExpressionFailure extends Error {
  readonly problem: ExpressionProblem;

  constructor(problem: ExpressionProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

class ExpressionParser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): ExpressionNode | ExpressionProblem {
    try {
      const root = this.#binary(1);
      const token = this.#peek();
      return token.kind === "end" ? root : unexpected(token);
    } catch (error) {
      if (error instanceof ExpressionFailure) return error.problem;
      throw error;
    }
  }

  #binary(minimum: number): ExpressionNode {
    let left = this.#unary();
    for (;;) {
      const { kind, text } = this.#peek();
      const found = kind === "operator" ? OPERATORS.get(text) : undefined;
      if (found === undefined || found.precedence < minimum) return left;
      this.#at += 1;
      const { operator, precedence } = found;
      const right = this.#nested(() => this.#binary(precedence + 1));
      left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
    }
  }

  #unary(): ExpressionNode {
    const token = this.#peek();
    if (!this.#accept("!")) return this.#postfix();
    const operand = this.#nested(() => this.#unary());
    return { kind: "unary", operator: "!", operand, start: token.start, end: operand.end };
  }

  #postfix(): ExpressionNode {
    let node = this.#primary();
    let steps = 0;
    while (this.#isOperator(".") || this.#isOperator("[")) {
      steps += 1;
      if (steps > EXPRESSION_DEPTH) this.#tooDeep();
      node = this.#accept(".") ? this.#access(node) : this.#index(node);
    }
    return node;
  }

  #access(object: ExpressionNode): ExpressionNode {
    const name = this.#next();
    if (name.kind !== "name" && !(name.kind === "operator" && name.text === "*")) this.#fail(name);
    const nameSpan = { start: name.start, end: name.end };
    return { kind: "access", object, name: name.text, nameSpan, start: object.start, end: name.end };
  }

  #index(object: ExpressionNode): ExpressionNode {
    this.#expect("[");
    const star = this.#peek();
    if (this.#accept("*")) {
      const { end } = this.#expect("]");
      const nameSpan = { start: star.start, end: star.end };
      return { kind: "access", object, name: "*", nameSpan, start: object.start, end };
    }
    const index = this.#nested(() => this.#binary(1));
    const { end } = this.#expect("]");
    return { kind: "index", object, index, start: object.start, end };
  }

  #primary(): ExpressionNode {
    const token = this.#next();
    const { start, end, text } = token;
    if (token.kind === "string") return { kind: "literal", value: text, start, end };
    if (token.kind === "number") return this.#number(token);
    if (token.kind === "name") return this.#named(token);
    if (token.kind !== "operator" || text !== "(") this.#fail(token);
    const inner = this.#nested(() => this.#binary(1));
    const close = this.#expect(")");
    return { ...inner, start, end: close.end };
  }

  #named(token: Token): ExpressionNode {
    const { start, end, text } = token;
    if (this.#accept("(")) return this.#call(token);
    if (text === "true" || text === "false") return { kind: "literal", value: text === "true", start, end };
    if (text === "null") return { kind: "literal", value: null, start, end };
    if (text === "NaN" || text === "Infinity") return { kind: "literal", value: Number(text), start, end };
    return { kind: "context", name: text, start, end };
  }

  #call({ text, start, end }: Token): ExpressionNode {
    const values: ExpressionNode[] = [];
    const nameSpan = { start, end };
    if (!this.#isOperator(")")) {
      do values.push(this.#nested(() => this.#binary(1)));
      while (this.#accept(","));
    }
    const close = this.#expect(")");
    return { kind: "call", name: text, nameSpan, arguments: values, start, end: close.end };
  }

  #number(token: Token): ExpressionNode {
    const value = Number(token.text);
    if (Number.isNaN(value)) this.#fail(token);
    return { kind: "literal", value, start: token.start, end: token.end };
  }

  #nested(read: () => ExpressionNode): ExpressionNode {
    this.#depth += 1;
    if (this.#depth > EXPRESSION_DEPTH) this.#tooDeep();
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #peek(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] ?? END;
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #isOperator(text: string): boolean {
    const token = this.#peek();
    return token.kind === "operator" && token.text === text;
  }

  #accept(text: string): boolean {
    if (!this.#isOperator(text)) return false;
    this.#at += 1;
    return true;
  }

  #expect(text: string): Token {
    const token = this.#next();
    if (token.kind !== "operator" || token.text !== text) this.#fail(token, `"${text}" is missing.`);
    return token;
  }

  #fail(token: Token, message?: string): never {
    throw new ExpressionFailure(unexpected(token, message));
  }

  #tooDeep(): never {
    const { start, end } = this.#peek();
    const message = `The expression nests deeper than ${EXPRESSION_DEPTH} levels.`;
    throw new ExpressionFailure({ code: "too-deep", message, start, end });
  }
}

const END: Token = { kind: "end", text: "", start: 0, end: 0 };

function unexpected({ kind, text, start, end }: Token, missing?: string): ExpressionProblem {
  if (kind === "end") {
    return { code: "unfinished", message: missing ?? "The expression ends too early.", start, end };
  }
  const message = `${JSON.stringify(text)} is not expected here.${missing === undefined ? "" : ` ${missing}`}`;
  return { code: "unexpected", message, start, end };
}
