/** One step of a pattern. `folders` is `**` before more: any number of whole folders, also none. `rest` is `**` at the end. */
type Step =
  | { readonly kind: "character"; readonly code: number }
  | { readonly kind: "one" }
  | { readonly kind: "star" }
  | { readonly kind: "folders" }
  | { readonly kind: "rest" }
  | {
      readonly kind: "class";
      readonly negated: boolean;
      readonly ranges: readonly (readonly [number, number])[];
    };

/** A compiled pattern of a `.dockerignore`. */
export interface IgnorePattern {
  readonly steps: readonly Step[];
}

const SLASH = 47;
const MAX_PATTERN = 1024;

/** Compiles a cleaned pattern. `undefined` where it is empty, too long, or has a `[` that is not closed. */
export function compileIgnorePattern(pattern: string): IgnorePattern | undefined {
  if (pattern === "" || pattern.length > MAX_PATTERN) return undefined;
  const steps: Step[] = [];
  let at = 0;
  while (at < pattern.length) {
    const next = stepAt(pattern, at, steps);
    if (next === -1) return undefined;
    at = next;
  }
  return { steps };
}

/** Adds the step at an offset and returns the offset after it, or -1. */
function stepAt(pattern: string, at: number, steps: Step[]): number {
  const character = pattern.charAt(at);
  if (character === "*") return starAt(pattern, at, steps);
  if (character === "[") return classAt(pattern, at, steps);
  if (character === "?") {
    steps.push({ kind: "one" });
    return at + 1;
  }
  const escaped = character === "\\";
  if (escaped && at + 1 >= pattern.length) return -1;
  const offset = escaped ? at + 1 : at;
  steps.push({ kind: "character", code: pattern.charCodeAt(offset) });
  return offset + 1;
}

function starAt(pattern: string, at: number, steps: Step[]): number {
  if (pattern.charAt(at + 1) !== "*") {
    steps.push({ kind: "star" });
    return at + 1;
  }
  let end = at + 2;
  if (pattern.charAt(end) === "/") end += 1;
  steps.push({ kind: end >= pattern.length ? "rest" : "folders" });
  return end;
}

function classAt(pattern: string, at: number, steps: Step[]): number {
  let from = at + 1;
  const negated = pattern.charAt(from) === "^";
  if (negated) from += 1;
  const ranges: (readonly [number, number])[] = [];
  while (from < pattern.length && (pattern.charAt(from) !== "]" || ranges.length === 0)) {
    if (pattern.charAt(from) === "\\") from += 1;
    const low = pattern.charCodeAt(from);
    let high = low;
    from += 1;
    if (pattern.charAt(from) === "-" && from + 1 < pattern.length && pattern.charAt(from + 1) !== "]") {
      high = pattern.charCodeAt(from + 1);
      from += 2;
    }
    if (Number.isNaN(low) || high < low) return -1;
    ranges.push([low, high]);
  }
  if (pattern.charAt(from) !== "]") return -1;
  steps.push({ kind: "class", negated, ranges });
  return from + 1;
}

/** True where the pattern matches the path or a folder above it. Follows all ways through the pattern at once. */
export function matchesIgnorePattern(pattern: IgnorePattern, path: string): boolean {
  const { steps } = pattern;
  let states = new Uint8Array(steps.length + 1);
  states[0] = 1;
  enterEmpty(steps, states, true);
  for (let at = 0; at < path.length; at += 1) {
    const code = path.charCodeAt(at);
    if (code === SLASH && states[steps.length] === 1) return true;
    states = advance(steps, states, code);
  }
  return states[steps.length] === 1;
}

function advance(steps: readonly Step[], states: Uint8Array, code: number): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(states.length);
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index];
    if (states[index] !== 1 || step === undefined) continue;
    if (step.kind === "folders" || step.kind === "rest") next[index] = 1;
    else if (step.kind === "star") {
      if (code !== SLASH) next[index] = 1;
    } else if (accepts(step, code)) next[index + 1] = 1;
  }
  enterEmpty(steps, next, code === SLASH);
  return next;
}

/** Steps that can match nothing let the one after them start too; `**` before more only where a folder starts. */
function enterEmpty(steps: readonly Step[], states: Uint8Array, atFolder: boolean): void {
  for (let index = 0; index < steps.length; index += 1) {
    if (states[index] !== 1) continue;
    const kind = steps[index]?.kind;
    if (kind === "star" || kind === "rest" || (kind === "folders" && atFolder)) states[index + 1] = 1;
  }
}

function accepts(step: Step, code: number): boolean {
  switch (step.kind) {
    case "character":
      return step.code === code;
    case "one":
      return code !== SLASH;
    case "class":
      return step.ranges.some(([low, high]) => code >= low && code <= high) !== step.negated;
    default:
      return false;
  }
}
