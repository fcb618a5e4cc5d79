/** Attempts at most: a smaller text is a help, not a must. */
const MAXIMUM_ATTEMPTS = 600;

/** The smallest text that still fails, found by leaving out parts: lines first, then characters. */
export function shrink(text: string, fails: (text: string) => boolean): string {
  let attempts = 0;
  const tries = (candidate: string): boolean => {
    attempts += 1;
    return attempts <= MAXIMUM_ATTEMPTS && fails(candidate);
  };
  return without(
    without(text.split(/(?<=\n)/u), tries)
      .join("")
      .split(""),
    tries,
  ).join("");
}

/** Leaves out ever smaller runs of parts while the rest still fails. */
function without(parts: readonly string[], fails: (text: string) => boolean): readonly string[] {
  let kept = parts;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (fails(rest.join(""))) kept = rest;
      else at += size;
    }
  }
  return kept;
}
