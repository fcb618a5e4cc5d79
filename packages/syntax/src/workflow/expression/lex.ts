import type { ExpressionProblem } from "./nodes.ts";

export type TokenKind = "name" | "number" | "string" | "operator" | "end";

/** A word of an expression; offsets count in the expression's own text. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const OPERATORS = ["<=", ">=", "==", "!=", "&&", "||", "<", ">", "!", "(", ")", "[", "]", ",", ".", "*"];

/** The tokens of an expression, with an `end` token last, or the first thing that is none. */
export function lexExpression(text: string): readonly Token[] | ExpressionProblem {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    if (at >= text.length) break;
    const token = tokenAt(text, at);
    if (!("kind" in token)) return token;
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return tokens;
}

function tokenAt(text: string, at: number): Token | ExpressionProblem {
  const character = text.charAt(at);
  if (character === "'") return stringAt(text, at);
  if (isNameStart(character)) return { kind: "name", ...wordAt(text, at, isNamePart) };
  if (startsNumber(text, at)) return { kind: "number", ...numberAt(text, at) };
  const operator = OPERATORS.find((candidate) => text.startsWith(candidate, at));
  if (operator !== undefined)
    return { kind: "operator", text: operator, start: at, end: at + operator.length };
  const message =
    character === '"'
      ? "Strings of expressions stand in single quotes."
      : `The character ${JSON.stringify(character)} has no meaning in an expression.`;
  return { code: "unexpected", message, start: at, end: at + 1 };
}

/** A string in single quotes, in which two of them stand for one. */
function stringAt(text: string, start: number): Token | ExpressionProblem {
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf("'", from);
    if (quote === -1) {
      return { code: "unclosed", message: "The string has no closing quote.", start, end: text.length };
    }
    value += text.slice(from, quote);
    if (text.charAt(quote + 1) !== "'") return { kind: "string", text: value, start, end: quote + 1 };
    value += "'";
    from = quote + 2;
  }
}

function wordAt(text: string, start: number, isPart: (character: string) => boolean): Omit<Token, "kind"> {
  let end = start + 1;
  while (end < text.length && isPart(text.charAt(end))) end += 1;
  return { text: text.slice(start, end), start, end };
}

function startsNumber(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (isDigit(character)) return true;
  const next = text.charAt(at + 1);
  return (character === "-" || character === "+" || character === ".") && (isDigit(next) || next === ".");
}

/** The stretch that may be a number; whether it is one, the parser asks. */
function numberAt(text: string, start: number): Omit<Token, "kind"> {
  let end = start + 1;
  while (end < text.length) {
    const character = text.charAt(end);
    const before = text.charAt(end - 1).toLowerCase();
    const isSign = (character === "-" || character === "+") && before === "e";
    if (!isSign && !isDigit(character) && !isNameStart(character) && character !== ".") break;
    end += 1;
  }
  return { text: text.slice(start, end), start, end };
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && " \t\r\n\u00a0".includes(text.charAt(at))) at += 1;
  return at;
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

function isNameStart(character: string): boolean {
  return (
    (character >= "a" && character <= "z") || (character >= "A" && character <= "Z") || character === "_"
  );
}

function isNamePart(character: string): boolean {
  return isNameStart(character) || isDigit(character) || character === "-";
}
