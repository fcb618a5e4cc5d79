import type { YamlDocument, YamlScalar } from "../../yaml/nodes.ts";
import { scalarSource, type ScalarSource } from "../scalar-source.ts";
import type { Expression, ExpressionNode, ExpressionProblem } from "./nodes.ts";
import { isProblem, parseExpression } from "./parse.ts";

const OPEN = "${{";
const CLOSE = "}}";
/** A scalar holds at most this many expressions; further ones are not read. */
const MAXIMUM_EXPRESSIONS = 2_000;

/** The expressions between `${{` and `}}` in a scalar. One that is not closed reaches to the end of its line. */
export function expressionsIn(document: YamlDocument, scalar: YamlScalar): readonly Expression[] {
  if (!scalar.text.includes(OPEN)) return [];
  const source = scalarSource(document, scalar);
  const expressions: Expression[] = [];
  let from = source.text.indexOf(OPEN);
  while (from !== -1 && expressions.length < MAXIMUM_EXPRESSIONS) {
    const close = closeOf(source.text, from + OPEN.length);
    const inner = { start: from + OPEN.length, end: close ?? lineEnd(source.text, from) };
    const end = close === undefined ? inner.end : close + CLOSE.length;
    const expression = readExpression(source, inner, { start: from, end, marked: true });
    expressions.push(close === undefined ? unclosed(expression) : expression);
    from = source.text.indexOf(OPEN, end);
  }
  return expressions;
}

/** A scalar that is an expression as a whole, such as `if:`, where no `${{` stands in it. */
export function wholeExpression(document: YamlDocument, scalar: YamlScalar): Expression {
  const source = scalarSource(document, scalar);
  let start = 0;
  // The header of a block scalar is no part of the expression.
  if (scalar.style === "literal" || scalar.style === "folded") start = lineEnd(source.text, 0);
  return readExpression(source, { start, end: source.text.length }, { marked: false });
}

/** Where `}}` closes it: not inside a string. */
function closeOf(text: string, from: number): number | undefined {
  let at = from;
  for (;;) {
    const close = text.indexOf(CLOSE, at);
    if (close === -1) return undefined;
    const quote = text.indexOf("'", at);
    if (quote === -1 || quote > close) return close;
    const end = text.indexOf("'", quote + 1);
    if (end === -1) return close;
    at = end + 1;
  }
}

function lineEnd(text: string, from: number): number {
  const feed = text.indexOf("\n", from);
  return feed === -1 ? text.length : feed;
}

interface Outer {
  readonly start?: number;
  readonly end?: number;
  readonly marked: boolean;
}

function readExpression(
  { text, offsetOf }: ScalarSource,
  inner: { readonly start: number; readonly end: number },
  outer: Outer,
): Expression {
  const raw = text.slice(inner.start, inner.end);
  const lead = raw.length - raw.trimStart().length;
  const trimmed = raw.trim();
  const place = (offset: number): number => offsetOf(inner.start + lead + offset);
  const result = parseExpression(trimmed);
  const start = outer.start === undefined ? place(0) : offsetOf(outer.start);
  const end = outer.end === undefined ? place(trimmed.length) : offsetOf(outer.end);
  const common = { start, end, marked: outer.marked, text: trimmed };
  if (!isProblem(result)) return { ...common, root: moved(result, place), problem: undefined };
  const problem =
    result.code === "empty"
      ? { ...result, start, end }
      : { ...result, start: place(result.start), end: place(result.end) };
  return { ...common, root: undefined, problem };
}

function unclosed(expression: Expression): Expression {
  const { start, end } = expression;
  const problem: ExpressionProblem = {
    code: "unclosed",
    message: 'The expression has no closing "}}".',
    start,
    end,
  };
  return { ...expression, root: undefined, problem };
}

/** The same tree with offsets of the document. Trees are at most `EXPRESSION_DEPTH` deep. */
function moved(node: ExpressionNode, place: (offset: number) => number): ExpressionNode {
  const span = { start: place(node.start), end: place(node.end) };
  switch (node.kind) {
    case "literal":
    case "context":
      return { ...node, ...span };
    case "access":
      return {
        ...node,
        ...span,
        object: moved(node.object, place),
        nameSpan: movedSpan(node.nameSpan, place),
      };
    case "index":
      return { ...node, ...span, object: moved(node.object, place), index: moved(node.index, place) };
    case "call":
      return {
        ...node,
        ...span,
        nameSpan: movedSpan(node.nameSpan, place),
        arguments: node.arguments.map((argument) => moved(argument, place)),
      };
    case "unary":
      return { ...node, ...span, operand: moved(node.operand, place) };
    default:
      return { ...node, ...span, left: moved(node.left, place), right: moved(node.right, place) };
  }
}

function movedSpan(
  span: { readonly start: number; readonly end: number },
  place: (offset: number) => number,
): { readonly start: number; readonly end: number } {
  return { start: place(span.start), end: place(span.end) };
}
