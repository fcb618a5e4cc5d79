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

interface Version {
  /** The numbers that it starts with. */
  readonly release: readonly string[];
  /** What is behind them, from the first word on. */
  readonly tail: readonly Token[];
}

/**
 * Compares versions of language packages by what Semantic Versioning, PEP 440 and Maven have in common: numbers by value,
 * missing numbers are 0, words for what comes before a release sort before it, build metadata behind `+` does not count.
 * Negative where `a` is older.
 */
export function compareSemantic(a: string, b: string): number {
  const left = parse(a);
  const right = parse(b);
  for (let index = 0; index < Math.max(left.release.length, right.release.length); index += 1) {
    const order = compareDigits(left.release[index] ?? "", right.release[index] ?? "");
    if (order !== 0) return order;
  }
  for (let index = 0; index < Math.max(left.tail.length, right.tail.length); index += 1) {
    const order = compareTokens(left.tail[index], right.tail[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function parse(version: string): Version {
  const plus = version.indexOf("+");
  const text = (plus === -1 ? version : version.slice(0, plus)).trim().toLowerCase();
  const release: string[] = [];
  const tail: Token[] = [];
  let at = (text[0] === "v" || text[0] === "=") && isDigitAt(text, 1) ? 1 : 0;
  while (at < text.length) {
    const start = at;
    if (isDigitAt(text, at)) {
      at = endOfDigits(text, at);
      const digits = text.slice(start, at);
      if (tail.length === 0) release.push(digits);
      else tail.push({ digits });
    } else if (isLetterAt(text, at)) {
      at = endOfLetters(text, at);
      tail.push({ word: text.slice(start, at) });
    } else {
      // In Semantic Versioning a number behind a hyphen belongs to a pre-release: 1.0.0-0 comes before 1.0.0.
      if (text[at] === "-" && tail.length === 0 && isDigitAt(text, at + 1)) tail.push({ word: "" });
      at += 1;
    }
  }
  return { release, tail };
}

function compareTokens(a: Token | undefined, b: Token | undefined): number {
  if (a !== undefined && b !== undefined && "digits" in a && "digits" in b)
    return compareDigits(a.digits, b.digits);
  const order = rank(a) - rank(b);
  if (order !== 0 || wordOf(a) === wordOf(b)) return order;
  // Words of one rank that are known mean the same; others go by their letters.
  return isKnown(a) && isKnown(b) ? 0 : compareText(wordOf(a), wordOf(b));
}

function isKnown(token: Token | undefined): boolean {
  return token === undefined || WORDS.has(wordOf(token));
}

/** Where a token stands beside the end of the other version, which is 0. */
function rank(token: Token | undefined): number {
  if (token === undefined) return 0;
  return "digits" in token ? 2 : (WORDS.get(token.word) ?? -1);
}

function wordOf(token: Token | undefined): string {
  return token !== undefined && "word" in token ? token.word : "";
}
