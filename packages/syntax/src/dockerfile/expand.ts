import {
  BACKSLASH,
  CLOSE_BRACE,
  DOLLAR,
  DOUBLE_QUOTE,
  OPEN_BRACE,
  SINGLE_QUOTE,
  SLASH,
  isDigit,
  isNamePart,
} from "./characters.ts";
import type { Resolved } from "./nodes.ts";
import type { Lookup, VariableValue } from "./variables.ts";
import { replaceInValue, trimValue } from "./shell-glob.ts";

const UNKNOWN: VariableValue = { kind: "unknown" };
const END = -1;
const MAX_DEPTH = 32;
const MAX_EXPANDED = 65_536;
/** Longest value and pattern that a pattern operation is tried on; past it the name is reported as unresolved. */
const MAX_PATTERN_VALUE = 1024;
const MAX_PATTERN = 256;

class ExpansionError extends Error {}

/**
 * The text with quotes removed, escapes undone and variables put in, as BuildKit does for every instruction but RUN, CMD,
 * ENTRYPOINT, SHELL and HEALTHCHECK. A name without a known value stays as written and is listed.
 */
export function expandText(text: string, escapeCode: number, lookup: Lookup): Resolved {
  const expander = new Expander(text, escapeCode, lookup);
  try {
    const expanded = expander.run(END, false);
    return { text: expanded, unresolved: [...new Set(expander.unresolved)], error: undefined };
  } catch (error) {
    if (!(error instanceof ExpansionError)) throw error;
    return { text, unresolved: [], error: error.message };
  }
}

/** The text without its quotes and escapes, variables kept as written. A text that the builder would refuse is returned as it is. */
export function removeQuotes(text: string, escapeCode: number): string {
  if (!needsUnquoting(text, escapeCode)) return text;
  return expandText(text, escapeCode, () => UNKNOWN).text;
}

/** Why the builder refuses a text with quotes or escapes, such as a quote that is not closed; undefined where it takes it. */
export function quotingError(text: string, escapeCode: number): string | undefined {
  return needsUnquoting(text, escapeCode) ? expandText(text, escapeCode, () => UNKNOWN).error : undefined;
}

function needsUnquoting(text: string, escapeCode: number): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === escapeCode || code === SINGLE_QUOTE || code === DOUBLE_QUOTE) return true;
  }
  return false;
}

/** A `${name<operator>word}` that has been read up to its closing brace. */
interface Operation {
  readonly name: string;
  readonly operator: string;
  readonly word: string;
  /** As written, to be kept where the value is not known. */
  readonly source: string;
  /** How many unresolved names were listed before `word` was read. */
  readonly before: number;
}

class Expander {
  readonly unresolved: string[] = [];
  readonly #text: string;
  readonly #escape: number;
  readonly #lookup: Lookup;
  #at = 0;
  #depth = 0;
  #size = 0;

  constructor(text: string, escapeCode: number, lookup: Lookup) {
    this.#text = text;
    this.#escape = escapeCode;
    this.#lookup = lookup;
  }

  /** Reads up to `stop` (a code, consumed) or the end. With `rawEscapes` the escape character stays in the result. */
  run(stop: number, rawEscapes: boolean): string {
    const text = this.#text;
    let result = "";
    let from = this.#at;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (code === stop) {
        result += text.slice(from, this.#at);
        this.#at += 1;
        return result;
      }
      const special = code === SINGLE_QUOTE || code === DOUBLE_QUOTE || code === DOLLAR;
      if (!special && code !== this.#escape) {
        this.#at += 1;
        continue;
      }
      result += text.slice(from, this.#at);
      result += special ? this.#special(code, rawEscapes) : this.#escaped(rawEscapes);
      from = this.#at;
    }
    if (stop !== END) throw new ExpansionError(`no ${String.fromCharCode(stop)} closes a substitution`);
    return result + text.slice(from);
  }

  #special(code: number, rawEscapes: boolean): string {
    if (code === SINGLE_QUOTE) return this.#singleQuoted();
    if (code === DOUBLE_QUOTE) return this.#doubleQuoted(rawEscapes);
    return this.#dollar();
  }

  #escaped(raw: boolean): string {
    const start = this.#at;
    this.#at = Math.min(start + 2, this.#text.length);
    return this.#text.slice(raw ? start : start + 1, this.#at);
  }

  #singleQuoted(): string {
    const start = this.#at + 1;
    const close = this.#text.indexOf("'", start);
    if (close === -1) throw new ExpansionError("a single quote is not closed");
    this.#at = close + 1;
    return this.#text.slice(start, close);
  }

  #doubleQuoted(rawEscapes: boolean): string {
    const text = this.#text;
    this.#at += 1;
    let result = "";
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (code === DOUBLE_QUOTE) {
        this.#at += 1;
        return result;
      }
      if (code === DOLLAR) {
        result += this.#dollar();
        continue;
      }
      if (code === this.#escape) result += this.#escapedInQuotes(rawEscapes);
      else {
        result += text.charAt(this.#at);
        this.#at += 1;
      }
    }
    throw new ExpansionError("a double quote is not closed");
  }

  /** In double quotes the escape character is kept unless a quote, a dollar or itself follows. */
  #escapedInQuotes(raw: boolean): string {
    const start = this.#at;
    const next = this.#text.charCodeAt(start + 1);
    const escapes = next === DOUBLE_QUOTE || next === DOLLAR || next === this.#escape;
    this.#at = Math.min(start + (escapes ? 2 : 1), this.#text.length);
    return this.#text.slice(escapes && !raw ? start + 1 : start, this.#at);
  }

  #dollar(): string {
    const start = this.#at;
    this.#at += 1;
    if (this.#text.charCodeAt(this.#at) === OPEN_BRACE) return this.#braced(start);
    const name = this.#name();
    if (name === "") return "$";
    return this.#plain(name, start);
  }

  #plain(name: string, start: number): string {
    const value = this.#lookup(name);
    if (value.kind !== "value") {
      this.unresolved.push(name);
      return this.#text.slice(start, this.#at);
    }
    return this.#take(value.text, value.unresolved);
  }

  #take(text: string, unresolved: readonly string[]): string {
    this.#size += text.length;
    if (this.#size > MAX_EXPANDED) throw new ExpansionError("the variables put in make too long a text");
    for (const name of unresolved) this.unresolved.push(name);
    return text;
  }

  #braced(start: number): string {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new ExpansionError("substitutions are nested too deeply");
    this.#at += 1;
    const name = this.#name();
    const code = this.#text.charCodeAt(this.#at);
    if (Number.isNaN(code)) throw new ExpansionError("no } closes a substitution");
    if (name === "") throw new ExpansionError("a substitution has no name");
    let result: string;
    if (code === CLOSE_BRACE) {
      this.#at += 1;
      result = this.#plain(name, start);
    } else if (code === SLASH) result = this.#replacement(name, start);
    else result = this.#operation(name, start);
    this.#depth -= 1;
    return result;
  }

  #operation(name: string, start: number): string {
    const colon = this.#text.charAt(this.#at) === ":";
    if (colon) this.#at += 1;
    const sign = this.#text.charAt(this.#at);
    const operator = (colon ? ":" : "") + sign;
    if (sign === "" || !(colon ? "+-?" : "+-?#%").includes(sign)) {
      throw new ExpansionError(`the builder knows no substitution with ${operator}`);
    }
    this.#at += 1;
    const before = this.unresolved.length;
    const word = this.run(CLOSE_BRACE, sign === "#" || sign === "%");
    const source = this.#text.slice(start, this.#at);
    const operation = { name, operator, word, source, before };
    return sign === "#" || sign === "%" ? this.#trim(operation) : this.#choose(operation);
  }

  /** `-`, `+` and `?`, with or without the colon that counts an empty value as unset. */
  #choose(operation: Operation): string {
    const { name, operator, word } = operation;
    const value = this.#lookup(name);
    const doubtful = value.kind === "value" && value.unresolved.length > 0 && operator.startsWith(":");
    if (value.kind === "unknown" || doubtful) return this.#keep(operation);
    const isSet = value.kind === "value" && !(operator.startsWith(":") && value.text === "");
    const sign = operator.at(-1);
    if (sign === "+") return isSet ? word : this.#forget(operation, "");
    if (isSet) return this.#take(this.#forget(operation, value.text), value.unresolved);
    if (sign === "-") return word;
    throw new ExpansionError(word === "" ? `${name} must have a value` : `${name}: ${word}`);
  }

  #trim(operation: Operation): string {
    const { operator } = operation;
    const longest = operation.word.startsWith(operator);
    const pattern = longest ? operation.word.slice(1) : operation.word;
    const value = this.#patternValue(operation, pattern);
    if (value === undefined) return this.#keep(operation);
    this.#forget(operation, "");
    const trimmed = trimValue(pattern, value, { suffix: operator === "%", longest });
    if (trimmed === undefined) throw new ExpansionError(`${pattern} is no pattern`);
    return this.#take(trimmed, []);
  }

  #replacement(name: string, start: number): string {
    this.#at += 1;
    const all = this.#text.charCodeAt(this.#at) === SLASH;
    if (all) this.#at += 1;
    const before = this.unresolved.length;
    const pattern = this.run(SLASH, true);
    const word = this.run(CLOSE_BRACE, true);
    const operation = { name, operator: "/", word, source: this.#text.slice(start, this.#at), before };
    const value = this.#patternValue(operation, pattern);
    if (value === undefined || pattern === "") return this.#keep(operation);
    const replaced = replaceInValue(pattern, value, { word, all });
    if (replaced === undefined) throw new ExpansionError(`${pattern} is no pattern`);
    return this.#take(replaced, []);
  }

  /** The value that a pattern works on, or undefined where it or the pattern is not known to the end. */
  #patternValue(operation: Operation, pattern: string): string | undefined {
    const value = this.#lookup(operation.name);
    if (value.kind !== "value" || value.unresolved.length > 0) return undefined;
    if (this.unresolved.length > operation.before) return undefined;
    if (value.text.length > MAX_PATTERN_VALUE || pattern.length > MAX_PATTERN) return undefined;
    return value.text;
  }

  #keep(operation: Operation): string {
    this.#forget(operation, "");
    this.unresolved.push(operation.name);
    return operation.source;
  }

  /** Drops the names listed while a word was read that is not used. */
  #forget(operation: Operation, text: string): string {
    this.unresolved.length = operation.before;
    return text;
  }

  #name(): string {
    const text = this.#text;
    const start = this.#at;
    const first = text.charCodeAt(start);
    if (isDigit(first)) {
      while (isDigit(text.charCodeAt(this.#at))) this.#at += 1;
    } else if (first !== BACKSLASH && "@*#?-$!".includes(text.charAt(start)) && start < text.length)
      this.#at += 1;
    else while (isNamePart(text.charCodeAt(this.#at))) this.#at += 1;
    return text.slice(start, this.#at);
  }
}
