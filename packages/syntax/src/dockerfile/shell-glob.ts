/** The literal stretches of a pattern between its `*`; `undefined` stands for `?`, one character of any kind. */
type Segment = readonly (string | undefined)[];

/** A pattern of `${name#pattern}` and its kin: `*`, `?` and escaped characters. */
interface ShellGlob {
  readonly segments: readonly Segment[];
}

/** A match as offsets in the value. */
interface GlobMatch {
  readonly start: number;
  readonly end: number;
}

/**
 * The value without what the pattern matches at its start or end: `${name#p}`, `##`, `%` and `%%`.
 * `undefined` where the pattern is malformed.
 */
export function trimValue(
  pattern: string,
  value: string,
  how: { readonly suffix: boolean; readonly longest: boolean },
): string | undefined {
  const glob = parseShellGlob(pattern);
  if (glob === undefined) return undefined;
  if (!how.suffix) return value.slice(matchPrefix(glob, value, how.longest)?.end ?? 0);
  const match = matchPrefix(reverseGlob(glob), reverse(value), how.longest);
  return value.slice(0, value.length - (match?.end ?? 0));
}

/** The value with the first or every match of the pattern replaced: `${name/p/word}` and `//`. `undefined` where the pattern is malformed. */
export function replaceInValue(
  pattern: string,
  value: string,
  how: { readonly word: string; readonly all: boolean },
): string | undefined {
  const glob = parseShellGlob(pattern);
  if (glob === undefined) return undefined;
  let result = "";
  let from = 0;
  while (from < value.length) {
    const match = matchAnywhere(glob, value, from);
    if (match === undefined || match.end === match.start) break;
    result += value.slice(from, match.start) + how.word;
    from = match.end;
    if (!how.all) break;
  }
  return result + value.slice(from);
}

/** Reads a pattern. `undefined` where a backslash escapes a character that needs no escape, which BuildKit refuses. */
function parseShellGlob(pattern: string): ShellGlob | undefined {
  const segments: (string | undefined)[][] = [[]];
  for (let at = 0; at < pattern.length; at += 1) {
    let character = pattern.charAt(at);
    if (character === "*") {
      segments.push([]);
      continue;
    }
    if (character === "\\") {
      at += 1;
      character = pattern.charAt(at);
      if (!"*?\\}/".includes(character) || character === "") return undefined;
    } else if (character === "?") {
      segments.at(-1)?.push(undefined);
      continue;
    }
    segments.at(-1)?.push(character);
  }
  return { segments };
}

/** The same pattern for a reversed value. */
function reverseGlob(glob: ShellGlob): ShellGlob {
  return { segments: glob.segments.map((segment) => [...segment].reverse()).reverse() };
}

/** A match that starts at the start of the value: the longest or the shortest. */
function matchPrefix(glob: ShellGlob, value: string, longest: boolean): GlobMatch | undefined {
  const first = glob.segments[0] ?? [];
  if (!fits(first, value, 0)) return undefined;
  const end = matchRest(glob, value, { from: first.length, longest });
  return end === -1 ? undefined : { start: 0, end };
}

/** The leftmost match at or after `from`, and there the longest. */
function matchAnywhere(glob: ShellGlob, value: string, from: number): GlobMatch | undefined {
  const first = glob.segments[0] ?? [];
  const start = findFrom(first, value, from);
  if (start === -1) return undefined;
  const end = matchRest(glob, value, { from: start + first.length, longest: true });
  return end === -1 ? undefined : { start, end };
}

/**
 * Where a match ends whose first segment ended at `from`. Each segment between two stars is taken at its first place, which
 * leaves the most text to the ones after it; only the last one decides between longest and shortest.
 */
function matchRest(
  glob: ShellGlob,
  value: string,
  how: { readonly from: number; readonly longest: boolean },
): number {
  const { segments } = glob;
  let at = how.from;
  for (let index = 1; index < segments.length; index += 1) {
    const segment = segments[index] ?? [];
    if (index === segments.length - 1 && how.longest) {
      const last = findLast(segment, value, at);
      return last === -1 ? -1 : last + segment.length;
    }
    const found = findFrom(segment, value, at);
    if (found === -1) return -1;
    at = found + segment.length;
  }
  return at;
}

function fits(segment: Segment, value: string, at: number): boolean {
  if (at + segment.length > value.length) return false;
  return segment.every((wanted, index) => wanted === undefined || wanted === value[at + index]);
}

function findFrom(segment: Segment, value: string, from: number): number {
  for (let at = from; at + segment.length <= value.length; at += 1) if (fits(segment, value, at)) return at;
  return -1;
}

function findLast(segment: Segment, value: string, from: number): number {
  for (let at = value.length - segment.length; at >= from; at -= 1) if (fits(segment, value, at)) return at;
  return -1;
}

function reverse(text: string): string {
  let result = "";
  for (let at = text.length - 1; at >= 0; at -= 1) result += text.charAt(at);
  return result;
}
