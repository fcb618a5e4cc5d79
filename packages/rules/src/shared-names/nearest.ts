const MAX_LENGTH = 64;

/** The known name that differs from a word by the fewest changes, at most `limit`; undefined where none is that near. */
export function nearestName(word: string, names: Iterable<string>, limit: number): string | undefined {
  let best: string | undefined;
  let least = limit + 1;
  for (const name of names) {
    const changes = changesBetween(word, name, least);
    if (changes < least) {
      least = changes;
      best = name;
    }
  }
  return best;
}

/** How many letters must be put in, taken out, replaced or swapped with their neighbour; `cap` where it is that many or more. */
export function changesBetween(a: string, b: string, cap: number): number {
  if (Math.abs(a.length - b.length) >= cap || a.length > MAX_LENGTH || b.length > MAX_LENGTH) return cap;
  let above: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = nextRow({ a, b, i }, row, above);
    above = row;
    row = next;
  }
  return Math.min(at(row, b.length), cap);
}

/** The changes from the first `i` letters of `a` to every beginning of `b`, by the two rows above. */
function nextRow(
  { a, b, i }: { readonly a: string; readonly b: string; readonly i: number },
  row: readonly number[],
  above: readonly number[],
): readonly number[] {
  const next = [i];
  for (let j = 1; j <= b.length; j += 1) {
    const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const least = Math.min(at(row, j) + 1, at(next, j - 1) + 1, replaced);
    const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    next.push(swapped ? Math.min(least, at(above, j - 2) + 1) : least);
  }
  return next;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
