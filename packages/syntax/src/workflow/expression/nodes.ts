import type { Span } from "../../source/span.ts";

/**
 * The tree of a GitHub Actions expression. Spans count in the text that the scalar's document counts in. Trees nest at most
 * `EXPRESSION_DEPTH` deep.
 */
export type ExpressionNode =
  | ExpressionLiteral
  | ExpressionContext
  | ExpressionAccess
  | ExpressionIndex
  | ExpressionCall
  | ExpressionUnary
  | ExpressionBinary;

export interface ExpressionLiteral extends Span {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

/** A name that stands alone, such as `github`. Names are compared without regard to case. */
export interface ExpressionContext extends Span {
  readonly kind: "context";
  readonly name: string;
}

/** `object.name`, or `object.*` with the name `*`. */
export interface ExpressionAccess extends Span {
  readonly kind: "access";
  readonly object: ExpressionNode;
  readonly name: string;
  readonly nameSpan: Span;
}

/** `object[index]`; `object[*]` is an access to `*`. */
export interface ExpressionIndex extends Span {
  readonly kind: "index";
  readonly object: ExpressionNode;
  readonly index: ExpressionNode;
}

export interface ExpressionCall extends Span {
  readonly kind: "call";
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly ExpressionNode[];
}

export interface ExpressionUnary extends Span {
  readonly kind: "unary";
  readonly operator: "!";
  readonly operand: ExpressionNode;
}

export type BinaryOperator = "<" | "<=" | ">" | ">=" | "==" | "!=" | "&&" | "||";

export interface ExpressionBinary extends Span {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

/** What is wrong with an expression's text, and where. */
export interface ExpressionProblem extends Span {
  readonly code: "empty" | "unclosed" | "unexpected" | "unfinished" | "too-deep";
  readonly message: string;
}

/** An expression as it stands in a scalar. */
export interface Expression extends Span {
  /** Whether `${{` and `}}` stand around it; a condition may do without them. The span holds them. */
  readonly marked: boolean;
  /** What stands between the marks, trimmed. */
  readonly text: string;
  /** Undefined where the text is no expression; `problem` then says why. */
  readonly root: ExpressionNode | undefined;
  readonly problem: ExpressionProblem | undefined;
}
