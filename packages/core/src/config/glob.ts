import { CodedError } from "../error/coded-error.ts";

/** Says whether a path of the workspace (with `/`) matches. */
export type PathMatcher = (path: string) => boolean;

const MAXIMUM_LENGTH = 1000;
const MAXIMUM_ALTERNATIVES = 100;

/**
 * Compiles a glob over whole paths from the workspace's root: `*` and `?` stay inside one path segment, `**` as a segment
 * of its own stands for any number of segments, `{a,b}` for either. A glob that ends in `/` covers the whole folder, a
 * leading `./` or `/` says nothing. Names that start with a dot are ordinary names. Time is bounded by the product of the
 * two lengths: nothing backtracks further than its last star.
 * @throws CodedError `config/bad-glob` for an empty or oversized glob, an unclosed brace, or one with more than 100 alternatives.
 */
export function compileGlob(glob: string): PathMatcher {
  const reason = globProblem(glob);
  if (reason !== undefined) {
    throw new CodedError({
      code: "config/bad-glob",
      message: `The glob "${glob.slice(0, 100)}" ${reason}.`,
      nextStep: "Write a path from the workspace's root with *, **, ? and {a,b}.",
    });
  }
  const alternatives = (expandBraces(normalizeGlob(glob)) ?? []).map((text) => text.split("/"));
  return (path) => {
    const segments = path.split("/");
    return alternatives.some((pattern) => matchSegments(pattern, segments));
  };
}

/** Compiles several globs: a path matches where one of them does. */
export function compileGlobs(globs: readonly string[]): PathMatcher {
  const literal = new Set(
    globs.filter((glob) => !hasMagic(glob) && globProblem(glob) === undefined).map(normalizeGlob),
  );
  const matchers = globs.filter((glob) => hasMagic(glob) || globProblem(glob) !== undefined).map(compileGlob);
  return (path) => literal.has(path) || matchers.some((matches) => matches(path));
}

/** What is wrong with a glob, as the end of a sentence; undefined where it can be compiled. */
export function globProblem(glob: string): string | undefined {
  if (normalizeGlob(glob) === "") return "is empty";
  if (glob.length > MAXIMUM_LENGTH) return `is longer than ${MAXIMUM_LENGTH} characters`;
  if (!bracesBalance(glob)) return "has a brace without its partner";
  if (expandBraces(glob) === undefined) return `stands for more than ${MAXIMUM_ALTERNATIVES} alternatives`;
  return undefined;
}

function hasMagic(glob: string): boolean {
  return /[*?{}]/.test(glob) || glob.endsWith("/");
}

function normalizeGlob(glob: string): string {
  let start = 0;
  while (glob.startsWith("./", start) || glob[start] === "/") start += glob[start] === "/" ? 1 : 2;
  const rest = glob.slice(start);
  return rest.endsWith("/") ? `${rest}**` : rest;
}

function bracesBalance(glob: string): boolean {
  let depth = 0;
  for (const character of glob) {
    if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** The alternatives of a glob without its braces; undefined where there are too many. Braces may nest. */
function expandBraces(glob: string): readonly string[] | undefined {
  const done: string[] = [];
  const waiting = [glob];
  for (;;) {
    const next = waiting.pop();
    if (next === undefined) return done.reverse();
    const parts = splitFirstBrace(next);
    if (parts === undefined) done.push(next);
    else waiting.push(...parts);
    if (done.length + waiting.length > MAXIMUM_ALTERNATIVES) return undefined;
  }
}

/** Replaces the first brace group by each of its alternatives. */
function splitFirstBrace(glob: string): readonly string[] | undefined {
  const open = glob.indexOf("{");
  if (open < 0) return undefined;
  const options: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let index = open; index < glob.length; index += 1) {
    const character = glob[index];
    if (character === "{") depth += 1;
    if (character === "}") depth -= 1;
    if ((character === "," && depth === 1) || depth === 0) {
      options.push(glob.slice(from, index));
      from = index + 1;
    }
    if (depth === 0) break;
  }
  const [before, after] = [glob.slice(0, open), glob.slice(from)];
  return options.map((option) => before + option + after);
}

/** Two walks with one resumption point each: on a mismatch, the last `**` (or `*`) takes one more. */
function matchSegments(pattern: readonly string[], path: readonly string[]): boolean {
  let at = 0;
  let index = 0;
  let star = -1;
  let resume = 0;
  while (index < path.length) {
    if (pattern[at] === "**") {
      star = at;
      resume = index;
      at += 1;
    } else if (at < pattern.length && matchSegment(pattern[at] ?? "", path[index] ?? "")) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else return false;
  }
  while (pattern[at] === "**") at += 1;
  return at === pattern.length;
}

function matchSegment(pattern: string, text: string): boolean {
  let at = 0;
  let index = 0;
  let star = -1;
  let resume = 0;
  while (index < text.length) {
    if (pattern[at] === "*") {
      star = at;
      resume = index;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === text[index])) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      index = resume;
    } else return false;
  }
  while (pattern[at] === "*") at += 1;
  return at === pattern.length;
}
