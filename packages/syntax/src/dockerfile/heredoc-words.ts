import {
  BACKSLASH,
  CLOSE_BRACE,
  DOLLAR,
  DOUBLE_QUOTE,
  LESS_THAN,
  OPEN_BRACE,
  SINGLE_QUOTE,
  SLASH,
  SPACE,
  TAB,
  isDigit,
  isNamePart,
  isSpace,
} from "./characters.ts";

const MAX_DEPTH = 32;
const NONE = -1;

/**
 * Walks over the shell words of a line to find heredocs, with the rules and the limits of BuildKit's own lexer, which always
 * takes a backslash as the escape character here. `failed` tells that it would give up on the line.
 */
export class HeredocWordScanner {
  readonly #text: string;
  /** Where the last word starts and ends. */
  start = 0;
  end = 0;
  /** True where the word holds a substitution with an operator: the lexer then loses what stands before it. */
  losesStart = false;
  failed = false;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Moves to the next word; false at the end of the line or where the lexer gives up. */
  next(): boolean {
    const text = this.#text;
    let at = this.end;
    while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
    this.start = at;
    this.losesStart = false;
    while (at !== NONE && at < text.length && !isSpace(text.charCodeAt(at))) at = this.#afterPart(at);
    this.failed = at === NONE;
    this.end = Math.min(at, text.length);
    return !this.failed && this.end > this.start;
  }

  /** Blanks after `<<` belong to the word. */
  #afterPart(at: number): number {
    const text = this.#text;
    if (text.charCodeAt(at) !== LESS_THAN || text.charCodeAt(at + 1) !== LESS_THAN)
      return this.#afterUnit(at);
    let end = at + 2;
    while (text.charCodeAt(end) === SPACE || text.charCodeAt(end) === TAB || text.charCodeAt(end) === 13)
      end += 1;
    return end;
  }

  #afterUnit(at: number): number {
    const code = this.#text.charCodeAt(at);
    if (code === BACKSLASH) return at + 2;
    if (code === SINGLE_QUOTE) return this.#afterSingleQuotes(at);
    if (code === DOUBLE_QUOTE) return this.#afterDoubleQuotes(at + 1);
    if (code === DOLLAR && this.#text.charCodeAt(at + 1) === OPEN_BRACE) return this.#afterBraces(at + 2);
    return at + 1;
  }

  #afterSingleQuotes(at: number): number {
    const close = this.#text.indexOf("'", at + 1);
    return close === -1 ? NONE : close + 1;
  }

  #afterDoubleQuotes(from: number): number {
    const text = this.#text;
    let at = from;
    while (at !== NONE && at < text.length) {
      const code = text.charCodeAt(at);
      if (code === DOUBLE_QUOTE) return at + 1;
      if (code === BACKSLASH) at += isEscapable(text.charCodeAt(at + 1)) ? 2 : 1;
      else if (code === DOLLAR && text.charCodeAt(at + 1) === OPEN_BRACE) at = this.#afterBraces(at + 2);
      else at += 1;
    }
    return NONE;
  }

  /** `from` is the place after `${`. */
  #afterBraces(from: number): number {
    const text = this.#text;
    const first = text.charCodeAt(from);
    if (first === OPEN_BRACE || first === CLOSE_BRACE || text.charAt(from) === ":") return NONE;
    const at = afterName(text, from);
    const operator = text.charAt(at);
    if (operator === "}") return at + 1;
    if (this.#depth >= MAX_DEPTH || operator === "") return NONE;
    this.#depth += 1;
    const end = this.#afterOperation(at, operator);
    this.#depth -= 1;
    this.losesStart = true;
    return end;
  }

  #afterOperation(at: number, operator: string): number {
    const text = this.#text;
    if (operator === ":") {
      const sign = text.charAt(at + 1);
      return sign === "" || sign === "#" || sign === "%" ? NONE : this.#afterStop(at + 2, CLOSE_BRACE);
    }
    if ("+-?#%".includes(operator)) return this.#afterStop(at + 1, CLOSE_BRACE);
    if (operator !== "/") return NONE;
    const pattern = this.#afterStop(at + (text.charAt(at + 1) === "/" ? 2 : 1), SLASH);
    return pattern === NONE ? NONE : this.#afterStop(pattern, CLOSE_BRACE);
  }

  #afterStop(from: number, stop: number): number {
    const text = this.#text;
    let at = from;
    while (at !== NONE && at < text.length) {
      if (text.charCodeAt(at) === stop) return at + 1;
      at = this.#afterUnit(at);
    }
    return NONE;
  }
}

function isEscapable(code: number): boolean {
  return code === DOUBLE_QUOTE || code === DOLLAR || code === BACKSLASH;
}

function afterName(text: string, from: number): number {
  const digits = isDigit(text.charCodeAt(from));
  if (!digits && "@*#?-$!".includes(text.charAt(from)) && from < text.length) return from + 1;
  let at = from;
  while (at < text.length && belongs(text.charCodeAt(at), digits)) at += 1;
  return at;
}

function belongs(code: number, digits: boolean): boolean {
  return digits ? isDigit(code) : isNamePart(code);
}
