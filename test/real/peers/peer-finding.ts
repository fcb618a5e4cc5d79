/** Tools that are run beside ours. */
export type PeerTool = "hadolint" | "trivy" | "checkov";

/** What another tool found, as far as a comparison needs it. */
export interface PeerFinding {
  readonly tool: PeerTool;
  /** The check, as the tool writes it today. */
  readonly id: string;
  /** From the folder that was checked, with `/`. */
  readonly file: string;
  /** First and last line, from 1; undefined where the tool names no place, or the whole file. */
  readonly lines: readonly [number, number] | undefined;
  /** What the tool says, for people. */
  readonly message: string;
}

/** Where a finding of another tool stands, for people: `tool id file:line: message`. */
export function describePeerFinding({ tool, id, file, lines, message }: PeerFinding): string {
  return `${tool} ${id} ${file}:${lines?.join("-") ?? "-"}: ${message}`;
}

/** The value under a key of what a tool printed, or undefined. */
export function valueAt(value: unknown, ...keys: readonly string[]): unknown {
  let at = value;
  for (const key of keys) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    at = Reflect.get(at, key);
  }
  return at;
}

/** The list under a key of what a tool printed; empty where it is absent. */
export function listAt(value: unknown, ...keys: readonly string[]): readonly unknown[] {
  const list = valueAt(value, ...keys);
  return Array.isArray(list) ? list : [];
}

/** The text under a key of what a tool printed. A tool that leaves it out prints another format than the pinned version. */
export function textAt(value: unknown, ...keys: readonly string[]): string {
  const text = valueAt(value, ...keys);
  if (typeof text !== "string")
    throw new Error(`no text at ${keys.join(".")}: ${JSON.stringify(value)?.slice(0, 300)}`);
  return text;
}

/** A line range, or undefined where the tool gives none. */
export function linesOf(first: unknown, last: unknown): readonly [number, number] | undefined {
  return typeof first === "number" && typeof last === "number" && first > 0 && last >= first
    ? [first, last]
    : undefined;
}
