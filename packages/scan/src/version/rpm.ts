import { compareDigits, compareText, endOfDigits, endOfLetters, isDigitAt, isLetterAt } from "./numbers.ts";

/** Compares two versions of RPM packages, `epoch:version-release` (rpm-version(7)). A missing epoch is 0. Negative where `a` is older. */
export function compareRpm(a: string, b: string): number {
  const left = split(a);
  const right = split(b);
  const order = compareDigits(left.epoch, right.epoch) || compareRpmPart(left.version, right.version);
  if (order !== 0 || left.release === undefined || right.release === undefined) return order;
  return compareRpmPart(left.release, right.release);
}

interface Parts {
  readonly epoch: string;
  readonly version: string;
  readonly release: string | undefined;
}

function split(text: string): Parts {
  const end = endOfDigits(text, 0);
  const colon = text[end] === ":" ? end : -1;
  const rest = colon === -1 ? text : text.slice(colon + 1);
  const hyphen = rest.lastIndexOf("-");
  return {
    epoch: colon === -1 ? "" : text.slice(0, colon),
    version: hyphen === -1 ? rest : rest.slice(0, hyphen),
    // A version without a release stands for all of its releases.
    release: hyphen === -1 ? undefined : rest.slice(hyphen + 1),
  };
}

/** Compares one part, segment by segment. */
export function compareRpmPart(a: string, b: string): number {
  let left = 0;
  let right = 0;
  for (;;) {
    left = skipSeparators(a, left);
    right = skipSeparators(b, right);
    const mark = compareMarks(a[left], b[right]);
    if (mark !== undefined && mark !== 0) return mark;
    if (mark === undefined && (left >= a.length || right >= b.length)) break;
    const step = mark === 0 ? MARK : compareSegments(a, b, { left, right });
    if (step.order !== 0) return step.order;
    left += step.left;
    right += step.right;
  }
  if (left >= a.length && right >= b.length) return 0;
  return left >= a.length ? -1 : 1;
}

/** How two segments compare, and how long they are. */
interface Step {
  readonly order: number;
  readonly left: number;
  readonly right: number;
}

const MARK: Step = { order: 0, left: 1, right: 1 };

function compareSegments(
  a: string,
  b: string,
  { left, right }: { readonly left: number; readonly right: number },
): Step {
  const isNumber = isDigitAt(a, left);
  const endOf = isNumber ? endOfDigits : endOfLetters;
  const one = a.slice(left, endOf(a, left));
  const two = b.slice(right, endOf(b, right));
  const lengths = { left: one.length, right: two.length };
  // Different kinds of segment: the number is newer.
  if (two === "") return { order: isNumber ? 1 : -1, ...lengths };
  return { order: isNumber ? compareDigits(one, two) : compareText(one, two), ...lengths };
}

/** A tilde sorts before everything, a caret after the end and before everything else. Undefined where neither has a mark. */
function compareMarks(a: string | undefined, b: string | undefined): number | undefined {
  if (a === "~" || b === "~") {
    if (a !== "~") return 1;
    return b === "~" ? 0 : -1;
  }
  if (a !== "^" && b !== "^") return undefined;
  if (a === undefined) return -1;
  if (b === undefined) return 1;
  if (a !== "^") return 1;
  return b === "^" ? 0 : -1;
}

function skipSeparators(text: string, start: number): number {
  let index = start;
  while (index < text.length && !isDigitAt(text, index) && !isLetterAt(text, index)) {
    if (text[index] === "~" || text[index] === "^") break;
    index += 1;
  }
  return index;
}
