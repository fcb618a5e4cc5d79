import type { Span } from "@plimsoll/syntax";

/** How much an ignore comment covers: the place that it stands at, its YAML document, or its file. */
export type IgnoreScope = "place" | "document" | "file";

/** A rule that a comment names. The span counts as the comment's own. */
export interface IgnoredRule extends Span {
  readonly id: string;
}

/** What a comment says, before anybody knows which rules exist and what it covers. */
export interface IgnoreDirective extends Span {
  /** Undefined for a word such as `plimsoll-ignore-lines`, which means nothing. */
  readonly scope: IgnoreScope | undefined;
  /** The word as written, such as `plimsoll-ignore-file`. */
  readonly word: string;
  readonly rules: readonly IgnoredRule[];
  /** Empty where there is none. */
  readonly reason: string;
}

const WORD = "plimsoll-ignore";
const SCOPES: ReadonlyMap<string, IgnoreScope> = new Map([
  [WORD, "place"],
  [`${WORD}-document`, "document"],
  [`${WORD}-file`, "file"],
]);
const MAXIMUM_RULES = 100;

/**
 * Reads a comment: `plimsoll-ignore <rule>[, <rule>] -- <reason>`. Undefined where the comment does not start with that word.
 * @param text the comment without its `#`
 * @param start where `text` starts, in the offsets that spans are wanted in
 */
export function parseIgnoreDirective(text: string, start: number): IgnoreDirective | undefined {
  let from = 0;
  while (isBlank(text[from])) from += 1;
  if (!text.startsWith(WORD, from)) return undefined;
  let end = from;
  while (end < text.length && isWordCharacter(text[end])) end += 1;
  const word = text.slice(from, end);
  const dashes = findDashes(text, end);
  return {
    start: start + from,
    end: start + text.trimEnd().length,
    scope: SCOPES.get(word),
    word,
    rules: readRules(text, { from: end, to: dashes ?? text.length, start }),
    reason: dashes === undefined ? "" : text.slice(dashes + 2).trim(),
  };
}

/** The `--` that stands alone and starts the reason. */
function findDashes(text: string, from: number): number | undefined {
  for (let at = text.indexOf("--", from); at >= 0; at = text.indexOf("--", at + 1)) {
    const after = text[at + 2];
    if (isBlank(text[at - 1]) && (after === undefined || isBlank(after))) return at;
  }
  return undefined;
}

/** Rules stand apart by commas, blanks or both. */
function readRules(
  text: string,
  at: { readonly from: number; readonly to: number; readonly start: number },
): readonly IgnoredRule[] {
  const rules: IgnoredRule[] = [];
  let index = at.from;
  while (index < at.to && rules.length < MAXIMUM_RULES) {
    if (isBlank(text[index]) || text[index] === ",") {
      index += 1;
      continue;
    }
    const from = index;
    while (index < at.to && !isBlank(text[index]) && text[index] !== ",") index += 1;
    rules.push({ id: text.slice(from, index), start: at.start + from, end: at.start + index });
  }
  return rules;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t" || character === "\r";
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && (/[a-z-]/.test(character) || /[A-Z0-9_]/.test(character));
}
