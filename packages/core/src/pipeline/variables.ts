import { scalarText, type WorkflowVariable } from "@plimsoll/syntax";

/** Texts of variables by name, of the innermost place that sets them. */
export type Variables = ReadonlyMap<string, string>;

/** Longest value that is put in. */
const MAXIMUM_VALUE = 500;
/** Longest text that values are put into; of a longer one the start. */
const MAXIMUM_TEXT = 10_000;
/** Variables are put into variables this often. */
const ROUNDS = 3;

/** The variables of an outer place with those of an inner one. */
export function withVariables(outer: Variables, inner: readonly WorkflowVariable[]): Variables {
  if (inner.length === 0) return outer;
  const joined = new Map(outer);
  for (const { name, value } of inner) {
    const text = scalarText(value);
    if (text !== undefined && text.length <= MAXIMUM_VALUE) joined.set(name, withKnownValues(text, joined));
    else joined.delete(name);
  }
  return joined;
}

/** A text with `${{ env.NAME }}` replaced where the value is known. Other expressions stay. */
export function withKnownValues(text: string, variables: Variables): string {
  let current = text.slice(0, MAXIMUM_TEXT);
  for (let round = 0; round < ROUNDS && current.includes("${{"); round += 1) {
    const next = replaceOnce(current, variables);
    if (next === current) break;
    current = next;
  }
  return current;
}

function replaceOnce(text: string, variables: Variables): string {
  let result = "";
  let from = 0;
  for (let open = text.indexOf("${{"); open !== -1; open = text.indexOf("${{", from)) {
    const close = text.indexOf("}}", open);
    if (close === -1) break;
    const expression = text.slice(open + 3, close).trim();
    const value = expression.startsWith("env.") ? variables.get(expression.slice(4)) : undefined;
    result += text.slice(from, open) + (value ?? text.slice(open, close + 2));
    from = close + 2;
    if (result.length > MAXIMUM_TEXT) return result;
  }
  return result + text.slice(from);
}

/** A shell word with `$NAME` and `${NAME}` replaced where the value is known; other expansions stay. */
export function expandWord(written: string, variables: Variables): string {
  const text = written.slice(0, MAXIMUM_TEXT);
  let result = "";
  let at = 0;
  for (let dollar = text.indexOf("$"); dollar !== -1; dollar = text.indexOf("$", at)) {
    const { name, end } = variableAt(text, dollar);
    const value = name === "" ? undefined : variables.get(name);
    result += text.slice(at, dollar) + (value ?? text.slice(dollar, end));
    at = end;
    if (result.length > MAXIMUM_TEXT) break;
  }
  return result + text.slice(at);
}

/** The name behind a `$`, empty where there is none, and where it ends. */
function variableAt(text: string, dollar: number): { readonly name: string; readonly end: number } {
  const isBraced = text.charAt(dollar + 1) === "{";
  const start = dollar + (isBraced ? 2 : 1);
  let end = start;
  while (isNameCharacter(text.charCodeAt(end))) end += 1;
  if (!isBraced) return { name: text.slice(start, end), end };
  return text.charAt(end) === "}" ? { name: text.slice(start, end), end: end + 1 } : { name: "", end: start };
}

function isNameCharacter(code: number): boolean {
  const isDigit = code >= 48 && code <= 57;
  const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return isDigit || isLetter || code === 95;
}
