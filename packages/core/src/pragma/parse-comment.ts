import { dayBefore } from "../config/calendar.ts";
import { checkId, type PragmaTool } from "../peer/peer-tools.ts";
import { ALL_CHECKS, type ParsedPragma, type PragmaScope } from "./pragma.ts";

const MAXIMUM_CHECKS = 100;

/** A comment and where its text starts, in the offsets that spans are wanted in. */
export interface CommentText {
  /** Without the `#`. */
  readonly text: string;
  readonly start: number;
}

type ParseComment = (comment: CommentText) => readonly ParsedPragma[];

const PARSERS: Partial<Readonly<Record<PragmaTool, ParseComment>>> = {
  hadolint: parseHadolint,
  trivy: parseTrivy,
  checkov: parseCheckov,
};

/** The pragmas that a comment holds for some tools. Scanned by hand in one pass, whatever the text is. */
export function parseComment(comment: CommentText, tools: Iterable<PragmaTool>): readonly ParsedPragma[] {
  const pragmas: ParsedPragma[] = [];
  for (const tool of tools) pragmas.push(...(PARSERS[tool]?.(comment) ?? []));
  return pragmas;
}

/**
 * `hadolint ignore=DL3006,SC2086 # reason`, also with `global` (the file) or `stage` (the stage of the FROM below).
 * `hadolint shell=…` is not about checks.
 */
function parseHadolint({ text, start }: CommentText): readonly ParsedPragma[] {
  const reader = new Reader(text);
  reader.skipBlanks();
  const from = reader.at;
  if (!reader.takeWord("hadolint") || !reader.skipBlanks()) return [];
  const scope = hadolintScope(reader);
  if (!reader.takeWord("ignore")) return [];
  reader.skipBlanks();
  if (!reader.takeWord("=")) return [];
  const checks: string[] = [];
  do {
    reader.skipBlanks();
    const id = reader.takeWhile((character) => character !== "," && character !== "#" && !isBlank(character));
    if (id !== "" && checks.length < MAXIMUM_CHECKS) checks.push(checkId("hadolint", id));
    reader.skipBlanks();
  } while (reader.takeWord(","));
  if (checks.length === 0) return [];
  // After the list only a further comment may stand; hadolint takes no notice of the pragma otherwise.
  const isEnd = reader.isAtEnd;
  if (!isEnd && !reader.takeWord("#")) return [];
  return [
    {
      tool: "hadolint",
      checks,
      reason: isEnd ? "" : reader.rest.trim(),
      scope,
      ...spanOf(text, start, from),
    },
  ];
}

function hadolintScope(reader: Reader): PragmaScope {
  const found = reader.takeWord("global") ? "file" : reader.takeWord("stage") ? "stage" : "place";
  reader.skipBlanks();
  return found;
}

/** `trivy:ignore:DS-0002`, several in one comment, each with an optional `:exp:2027-01-31`. An id may be followed by `[…]`. */
function parseTrivy({ text, start }: CommentText): readonly ParsedPragma[] {
  const pragmas: ParsedPragma[] = [];
  const reader = new Reader(text);
  while (!reader.isAtEnd && pragmas.length < MAXIMUM_CHECKS) {
    reader.skipBlanks();
    const from = reader.at;
    const word = reader.takeWhile((character) => !isBlank(character));
    const said = trivyWord(stripMarks(word));
    if (said !== undefined)
      pragmas.push({
        tool: "trivy",
        ...said,
        reason: "",
        scope: "place",
        start: start + from,
        end: start + reader.at,
      });
  }
  return pragmas;
}

/** `trivy:ignore:<id>`, then pairs of which `exp:<date>` counts. */
function trivyWord(word: string): Pick<ParsedPragma, "checks" | "expires"> | undefined {
  const [tool, key, written = "", ...more] = word.split(":");
  const bare = written.split("[", 1)[0] ?? "";
  if (tool !== "trivy" || key !== "ignore" || bare === "") return undefined;
  const checks = [bare === ALL_CHECKS ? ALL_CHECKS : checkId("trivy", bare)];
  const at = more.indexOf("exp");
  // A date that cannot be read is one that has passed, as for Trivy.
  return at < 0 ? { checks } : { checks, expires: dayBefore(more[at + 1] ?? "") ?? LONG_PAST };
}

const LONG_PAST = "0001-01-01";

/** Trivy takes `#`, `/` and `*` before the word for marks of a comment. */
function stripMarks(word: string): string {
  let from = 0;
  while (word[from] === "#" || word[from] === "/" || word[from] === "*") from += 1;
  return word.slice(from);
}

const CHECKOV_WORDS = ["checkov:skip=", "bridgecrew:skip=", "cortex:skip="] as const;

/** `checkov:skip=CKV_DOCKER_2: reason`. In a Dockerfile Checkov lets it count for the whole file. */
function parseCheckov({ text, start }: CommentText): readonly ParsedPragma[] {
  const found = CHECKOV_WORDS.map((word) => ({ word, at: text.indexOf(word) })).find(({ at }) => at >= 0);
  if (found === undefined) return [];
  const reader = new Reader(text, found.at + found.word.length);
  reader.skipBlanks();
  const checks: string[] = [];
  do {
    const id = reader.takeWhile((character) => /[A-Za-z0-9_-]/.test(character));
    if (id !== "" && checks.length < MAXIMUM_CHECKS) checks.push(checkId("checkov", id));
  } while (reader.takeWord(","));
  if (checks.length === 0) return [];
  const reason = reader.takeWord(":") ? reader.rest.trim() : "";
  return [{ tool: "checkov", checks, reason, scope: "file", ...spanOf(text, start, found.at) }];
}

function spanOf(text: string, start: number, from: number): { readonly start: number; readonly end: number } {
  return { start: start + from, end: start + text.trimEnd().length };
}

function isBlank(character: string): boolean {
  return character === " " || character === "\t" || character === "\r";
}

/** Reads a line from left to right, never back. */
class Reader {
  readonly #text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.#text.length;
  }

  get rest(): string {
    return this.#text.slice(this.at);
  }

  /** Whether there were any. */
  skipBlanks(): boolean {
    return this.takeWhile(isBlank) !== "";
  }

  takeWord(word: string): boolean {
    if (!this.#text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  takeWhile(holds: (character: string) => boolean): string {
    const from = this.at;
    for (let next = this.#text[this.at]; next !== undefined && holds(next); next = this.#text[this.at])
      this.at += 1;
    return this.#text.slice(from, this.at);
  }
}
