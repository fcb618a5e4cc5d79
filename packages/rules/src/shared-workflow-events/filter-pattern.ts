/** What is wrong with a filter pattern of branches, tags or paths; undefined where nothing is. */
export type PatternProblem =
  | "empty"
  | "character"
  | "edge"
  | "dots"
  | "range"
  | "bracket"
  | "nothingBefore"
  | "negationOnly";

const NEVER_IN_REFS = [" ", "~", "^", ":", "\\"];

/** Git refuses these in names of branches and tags, so a pattern with them never matches. */
export function refPatternProblem(written: string): PatternProblem | undefined {
  const pattern = withoutNegation(written);
  if (pattern === undefined) return written === "" ? "empty" : "negationOnly";
  const shape = shapeProblem(pattern);
  if (shape !== undefined) return shape;
  const plain = withoutEscapes(pattern);
  if (NEVER_IN_REFS.some((character) => plain.includes(character))) return "character";
  if (plain.startsWith("/") || plain.endsWith("/") || plain.endsWith(".") || plain.includes("//"))
    return "edge";
  return plain.includes("..") ? "dots" : undefined;
}

/** Paths are compared from the root of the repository, so a pattern that starts elsewhere never matches. */
export function pathPatternProblem(written: string): PatternProblem | undefined {
  const pattern = withoutNegation(written);
  if (pattern === undefined) return written === "" ? "empty" : "negationOnly";
  if (pattern.startsWith(" ") || pattern.endsWith(" ")) return "edge";
  const steps = pattern.split("/");
  if (steps.includes(".") || steps.includes("..")) return "dots";
  return shapeProblem(pattern);
}

function withoutNegation(written: string): string | undefined {
  const pattern = written.startsWith("!") ? written.slice(1) : written;
  return pattern === "" ? undefined : pattern;
}

/** A backslash takes the meaning of what follows. */
function withoutEscapes(pattern: string): string {
  return pattern.replaceAll(/\\[*?+[\]!\\]/g, "");
}

/** Ranges in brackets, and what repeats the character before it. */
function shapeProblem(pattern: string): PatternProblem | undefined {
  let before = "";
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "[") {
      const close = pattern.indexOf("]", at + 1);
      if (close === -1) return "bracket";
      if (!areRanges(pattern.slice(at + 1, close))) return "range";
      at = close;
    } else if ((character === "?" || character === "+") && (before === "" || "?+".includes(before))) {
      return "nothingBefore";
    }
    before = character;
  }
  return undefined;
}

function areRanges(inner: string): boolean {
  if (inner === "") return false;
  for (
    let dash = inner.indexOf("-", 1);
    dash > 0 && dash < inner.length - 1;
    dash = inner.indexOf("-", dash + 1)
  ) {
    if (inner.charAt(dash - 1) > inner.charAt(dash + 1)) return false;
  }
  return true;
}
