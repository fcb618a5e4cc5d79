import { compareDigits, endOfDigits, isDigitAt, isLetterAt } from "./numbers.ts";

/**
 * Compares two versions of Debian packages (deb-version(7)): epoch, upstream version, revision. Negative where `a` is older.
 */
export function compareDpkg(a: string, b: string): number {
  const left = split(a);
  const right = split(b);
  return (
    compareDigits(left.epoch, right.epoch) ||
    compareParts(left.upstream, right.upstream) ||
    compareParts(left.revision, right.revision)
  );
}

function split(version: string): {
  readonly epoch: string;
  readonly upstream: string;
  readonly revision: string;
} {
  const text = version.trim();
  const end = endOfDigits(text, 0);
  const colon = text[end] === ":" ? end : -1;
  const rest = colon === -1 ? text : text.slice(colon + 1);
  const hyphen = rest.lastIndexOf("-");
  return {
    epoch: colon === -1 ? "" : text.slice(0, colon),
    upstream: hyphen === -1 ? rest : rest.slice(0, hyphen),
    revision: hyphen === -1 ? "" : rest.slice(hyphen + 1),
  };
}

/** Takes turns: a run without digits, then a run of digits. */
function compareParts(a: string, b: string): number {
  let left = 0;
  let right = 0;
  while (left < a.length || right < b.length) {
    while (isOther(a, left) || isOther(b, right)) {
      const order = weight(a, left) - weight(b, right);
      if (order !== 0) return order;
      left += 1;
      right += 1;
    }
    const [endLeft, endRight] = [endOfDigits(a, left), endOfDigits(b, right)];
    const order = compareDigits(a.slice(left, endLeft), b.slice(right, endRight));
    if (order !== 0) return order;
    left = endLeft;
    right = endRight;
  }
  return 0;
}

function isOther(text: string, index: number): boolean {
  return index < text.length && !isDigitAt(text, index);
}

/** A tilde comes before the end, the end and digits before letters, letters before everything else. */
function weight(text: string, index: number): number {
  if (index >= text.length || isDigitAt(text, index)) return 0;
  if (text[index] === "~") return -1;
  const code = text.charCodeAt(index);
  return isLetterAt(text, index) ? code : code + 256;
}
