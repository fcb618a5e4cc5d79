import { compareDigits, compareText, endOfDigits, endOfLetters, isDigitAt, isLetterAt } from "./numbers.ts";

/** Words in versions of language packages, before and behind the release that carries none. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ["dev", -6],
  ["snapshot", -6],
  ["alpha", -5],
  ["a", -5],
  ["beta", -4],
  ["b", -4],
  ["m", -3],
  ["milestone", -3],
  ["pre", -2],
  ["preview", -2],
  ["rc", -2],
  ["c", -2],
  ["cr", -2],
  ["final", 0],
  ["ga", 0],
  ["release", 0],
  ["sp", 1],
  ["post", 1],
  ["r", 1],
  ["rev", 1],
  ["p", 1],
  ["patch", 1],
]);

type Token = { readonly digits: string } | { readonly word: string };

/**
 * Compares versions of language packages by what Semantic Versioning, PEP 440 and Maven have in common: numbers by value,
 * missing numbers are 0, words for what comes before a release sort before it, build metadata behind `+` does not count.
 * Negative where `a` is older.
 */
export function compareSemantic(a: string, b: string): number {
  const left = tokens(a);
  const right = tokens(b);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const order = compareTokens(left[index], right[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function tokens(version: string): readonly Token[] {
  const plus = version.indexOf("+");
  const text = (plus === -1 ? version : version.slice(0, plus)).trim().toLowerCase();
  const found: Token[] = [];
  let at = (text[0] === "v" || text[0] === "=") && isDigitAt(text, 1) ? 1 : 0;
  let isBehindHyphen = false;
  while (at < text.length) {
    if (isDigitAt(text, at)) {
      const end = endOfDigits(text, at);
      // In Semantic Versioning a number behind a hyphen belongs to a pre-release: 1.0.0-0 comes before 1.0.0.
      if (isBehindHyphen && !found.some(isWord)) {
        dropZeros(found);
        found.push({ word: "" });
      }
      found.push({ digits: text.slice(at, end) });
      at = end;
    } else if (isLetterAt(text, at)) {
      const end = endOfLetters(text, at);
      dropZeros(found);
      found.push({ word: text.slice(at, end) });
      at = end;
    } else {
      isBehindHyphen ||= text[at] === "-";
      at += 1;
    }
  }
  return found;
}

/** Zeros at the end of the release say nothing: 1.0-rc is 1.0.0-rc. */
function dropZeros(found: Token[]): void {
  if (found.some(isWord)) return;
  while (found.length > 1 && rank(found.at(-1)) === 0) found.pop();
}

function isWord(token: Token): boolean {
  return "word" in token;
}

function compareTokens(a: Token | undefined, b: Token | undefined): number {
  if (a !== undefined && b !== undefined && "digits" in a && "digits" in b)
    return compareDigits(a.digits, b.digits);
  const order = rank(a) - rank(b);
  if (order !== 0) return order;
  // Both are words of one rank, or one is 0 or missing.
  return wordOf(a) !== "" && wordOf(b) !== "" && !(isKnown(a) && isKnown(b))
    ? compareText(wordOf(a), wordOf(b))
    : 0;
}

/** Where a token stands beside the end of the other version, which is 0. */
function rank(token: Token | undefined): number {
  if (token === undefined) return 0;
  if ("digits" in token) return compareDigits(token.digits, "0") === 0 ? 0 : 2;
  return WORDS.get(token.word) ?? -1;
}

function wordOf(token: Token | undefined): string {
  return token !== undefined && "word" in token ? token.word : "";
}

function isKnown(token: Token | undefined): boolean {
  return WORDS.has(wordOf(token));
}
