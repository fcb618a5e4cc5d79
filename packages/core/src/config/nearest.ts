const MAXIMUM_LENGTH = 80;

/**
 * The candidate that a misspelled word most likely means: the one at the smallest edit distance (insertions, deletions,
 * replacements, swaps of neighbours), where at most a third of the word differs (two characters in short ones, one in words of
 * up to three). Undefined where none is that near.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length === 0 || word.length > MAXIMUM_LENGTH) return undefined;
  const limit = word.length <= 3 ? 1 : Math.max(2, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A hundred different words are looked up; a file with more mistakes than that has another problem than spelling. */
const MAXIMUM_WORDS = 100;

/** Looks up what misspelled words mean among the same candidates, each word once. */
export class Suggestions {
  readonly #candidates: readonly string[];
  readonly #known = new Map<string, string | undefined>();

  constructor(candidates: Iterable<string>) {
    this.#candidates = [...candidates];
  }

  /** The end of a sentence about the word: `; did you mean x?` with the quotes given, or a full stop. */
  ending(word: string, quote: string = ""): string {
    const near = this.#near(word);
    return near === undefined ? "." : `; did you mean ${quote}${near}${quote}?`;
  }

  #near(word: string): string | undefined {
    if (!this.#known.has(word)) {
      if (this.#known.size >= MAXIMUM_WORDS) return undefined;
      this.#known.set(word, nearest(word, this.#candidates));
    }
    return this.#known.get(word);
  }
}

/** Optimal string alignment distance; quadratic in lengths that {@link nearest} caps. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      let value = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
      );
      if (isSwap(a, b, row, column)) value = Math.min(value, (beforeLast[column - 2] ?? 0) + 1);
      current.push(value);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}

function isSwap(a: string, b: string, row: number, column: number): boolean {
  return row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
}
