import { compareDigits, compareText, endOfDigits, endOfLetters, isDigitAt, isLetterAt } from "./numbers.ts";

/** Suffixes of a version in their order; a version without one stands where 0 is. */
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ["alpha", -4],
  ["beta", -3],
  ["pre", -2],
  ["rc", -1],
  ["cvs", 1],
  ["svn", 2],
  ["git", 3],
  ["hg", 4],
  ["p", 5],
]);

interface ApkVersion {
  readonly numbers: readonly string[];
  readonly letter: string;
  readonly suffixes: readonly { readonly order: number; readonly number: string }[];
  readonly revision: string;
}

/**
 * Compares two versions of Alpine packages: numbers, one letter, suffixes, revision `-r1` (apk-package(5)). Negative where `a`
 * is older. Versions that do not follow the grammar are compared as far as they do, then by their letters.
 */
export function compareApk(a: string, b: string): number {
  const [left, right] = [parse(a), parse(b)];
  return (
    compareNumbers(left.numbers, right.numbers) ||
    compareText(left.letter, right.letter) ||
    compareSuffixes(left.suffixes, right.suffixes) ||
    compareDigits(left.revision, right.revision)
  );
}

function parse(text: string): ApkVersion {
  const numbers: string[] = [];
  let at = 0;
  while (isDigitAt(text, at)) {
    const end = endOfDigits(text, at);
    numbers.push(text.slice(at, end));
    at = text[end] === "." && isDigitAt(text, end + 1) ? end + 1 : end;
    if (at === end) break;
  }
  let letter = "";
  if (isLetterAt(text, at)) {
    letter = text.charAt(at);
    at += 1;
  }
  const suffixes: { order: number; number: string }[] = [];
  while (text[at] === "_") {
    const end = endOfLetters(text, at + 1);
    const last = endOfDigits(text, end);
    suffixes.push({ order: SUFFIXES.get(text.slice(at + 1, end)) ?? 0, number: text.slice(end, last) });
    at = last;
  }
  const dash = text.lastIndexOf("-r");
  return {
    numbers,
    letter,
    suffixes,
    revision: dash >= at ? text.slice(dash + 2, endOfDigits(text, dash + 2)) : "",
  };
}

function compareNumbers(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [one, two] = [a[index], b[index]];
    if (one === undefined) return -1;
    if (two === undefined) return 1;
    const order = compareNumber(one, two, index);
    if (order !== 0) return order;
  }
  return 0;
}

/** Behind the first dot, numbers with a leading zero are fractions: 1.05 comes before 1.1. */
function compareNumber(a: string, b: string, index: number): number {
  const isFraction = index > 0 && (a.startsWith("0") || b.startsWith("0")) && (a.length > 1 || b.length > 1);
  return isFraction ? compareText(a, b) : compareDigits(a, b);
}

function compareSuffixes(a: ApkVersion["suffixes"], b: ApkVersion["suffixes"]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const one = a[index];
    const two = b[index];
    const order =
      (one?.order ?? 0) - (two?.order ?? 0) || compareDigits(one?.number ?? "", two?.number ?? "");
    if (order !== 0) return order;
  }
  return 0;
}
