import type { Span, SyntaxProblem } from "../source/span.ts";
import { type IgnorePattern, compileIgnorePattern, matchesIgnorePattern } from "./ignore-pattern.ts";

/** A line of a `.dockerignore`. The span covers the pattern, with the `!`. */
export interface DockerignoreRule extends Span {
  /** Cleaned: without `!`, leading and trailing `/`, `.` and `..` parts. */
  readonly pattern: string;
  /** True for `!pattern`, which takes files in again. */
  readonly negated: boolean;
}

export interface Dockerignore {
  readonly rules: readonly DockerignoreRule[];
  readonly problems: readonly SyntaxProblem[];
  /** True where the builder leaves a path out of the build context. The path is relative to the context, with `/`. */
  ignores(path: string): boolean;
}

const MAX_RULES = 10_000;
const MAX_PATH = 4096;

/** Reads a `.dockerignore`. Each rule costs at most the product of pattern and path length. */
export function parseDockerignore(text: string): Dockerignore {
  const rules: DockerignoreRule[] = [];
  const compiled: IgnorePattern[] = [];
  const problems: SyntaxProblem[] = [];
  let at = text.startsWith("\u{FEFF}") ? 1 : 0;
  while (at < text.length && rules.length < MAX_RULES) {
    const feed = text.indexOf("\n", at);
    const end = feed === -1 ? text.length : feed;
    const rule = text.startsWith("#", at) ? undefined : ruleAt(text, at, end);
    at = end + 1;
    if (rule === undefined) continue;
    const pattern = compileIgnorePattern(rule.pattern);
    if (pattern === undefined) {
      const { start } = rule;
      problems.push({
        start,
        end: rule.end,
        code: "dockerignore/invalid-pattern",
        message: "this is no pattern",
      });
      continue;
    }
    rules.push(rule);
    compiled.push(pattern);
  }
  if (rules.length >= MAX_RULES) {
    const message = `only the first ${MAX_RULES} patterns are read`;
    problems.push({ start: at, end: text.length, code: "dockerignore/too-many-patterns", message });
  }
  return { rules, problems, ignores: (path) => ignores(rules, compiled, path) };
}

/** The last rule that matches the path or a folder above it decides. */
function ignores(
  rules: readonly DockerignoreRule[],
  patterns: readonly IgnorePattern[],
  path: string,
): boolean {
  const cleaned = cleanPath(path);
  if (cleaned === "" || cleaned.length > MAX_PATH) return false;
  for (let index = rules.length - 1; index >= 0; index -= 1) {
    const rule = rules[index];
    const pattern = patterns[index];
    if (rule === undefined || pattern === undefined) continue;
    if (matchesIgnorePattern(pattern, cleaned)) return !rule.negated;
  }
  return false;
}

function ruleAt(text: string, from: number, to: number): DockerignoreRule | undefined {
  const line = text.slice(from, to);
  const written = line.trim();
  if (written === "") return undefined;
  const negated = written.startsWith("!");
  const pattern = cleanPath(negated ? written.slice(1).trim() : written);
  const start = from + line.indexOf(written);
  const span = { start, end: start + written.length };
  // A pattern of nothing but `.` or `/` has no effect.
  if (pattern === "" && !(negated && written === "!")) return undefined;
  return { ...span, pattern, negated };
}

/** The path without `.` and empty parts and with `..` resolved, and without a leading `/`. */
function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
