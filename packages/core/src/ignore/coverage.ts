import type { Dockerfile, Span, YamlDocument, YamlNode } from "@plimsoll/syntax";
import type { IgnoreDirective } from "./ignore-directive.ts";

/** What a comment covers: a span, the whole file, or nothing and why (the end of a sentence). */
export type Covered = { readonly span: Span | "file" } | { readonly idle: string };

const UNKNOWN_WORD =
  "is not a word that Plimsoll knows; use plimsoll-ignore, plimsoll-ignore-document or plimsoll-ignore-file";

/** In a Dockerfile a comment covers the instruction that it stands directly above or inside of. */
export function coverDockerfile(
  file: Dockerfile,
  directives: readonly IgnoreDirective[],
): readonly Covered[] {
  const first = file.instructions[0];
  const attached = attachedTo(
    file.text,
    directives,
    (offset) => firstAfter(file.instructions, ({ start }) => start >= offset)?.start,
  );
  return directives.map((directive, index) => {
    if (directive.scope === undefined) return { idle: UNKNOWN_WORD };
    if (directive.scope === "document") return { idle: "is for YAML; a Dockerfile has plimsoll-ignore-file" };
    if (directive.scope === "file") {
      const atTop = first === undefined || directive.start < first.start;
      return atTop ? { span: "file" } : { idle: "does not stand above the first instruction" };
    }
    const instruction = firstAfter(file.instructions, ({ end }) => end > directive.start);
    const inside = instruction !== undefined && instruction.start <= directive.start;
    if (instruction === undefined || !(inside || attached[index] === true)) {
      return { idle: "does not stand directly above or inside an instruction" };
    }
    return { span: { start: Math.min(directive.start, instruction.start), end: instruction.end } };
  });
}

/** The first element that satisfies a condition which, once true, stays true. */
function firstAfter<T>(list: readonly T[], holds: (element: T) => boolean): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = list[middle];
    if (element !== undefined && holds(element)) high = middle;
    else low = middle + 1;
  }
  return list[low];
}

/** A place in a YAML tree where something starts that a comment can cover: an entry of a map or an item of a list. */
interface Anchor extends Span {
  /** True for the first `apiVersion` or `kind` of the document: it stands for the whole. */
  readonly opensDocument: boolean;
}

/**
 * In YAML a comment on a line of its own covers the entry or item that starts on the next line, with its whole value; one at
 * the end of a line covers that line and the whole value of the last entry that starts on it. Above the document's first
 * key, where that is `apiVersion` or `kind`, it covers the document.
 */
export function coverYaml(
  document: YamlDocument,
  directives: readonly IgnoreDirective[],
): readonly Covered[] {
  const { text } = document;
  const anchors = anchorsOf(document);
  const below = (offset: number): Anchor | undefined =>
    firstAfter(anchors, (anchor) => anchor.start >= offset);
  // An anchor or a tag may stand before the key, so what counts is that the next line is the key's line.
  const attached = attachedTo(text, directives, (offset) => {
    const next = below(offset);
    return next === undefined ? undefined : lineStart(text, next.start);
  });
  return directives.map((directive, index) => {
    if (directive.scope === undefined) return { idle: UNKNOWN_WORD };
    if (directive.scope !== "place") return coverWhole(document, directive);
    const start = lineStart(text, directive.start);
    const end = lineEnd(text, directive.end);
    if (isOwnLine(text, start, directive.start)) {
      const next = below(directive.end);
      if (next?.opensDocument === true) return { span: { start: 0, end: text.length } };
      if (next === undefined || attached[index] !== true)
        return { idle: "does not stand directly above a key or an item" };
      return { span: { start, end: next.end } };
    }
    const last = lastStarting(anchors, start, end);
    return { span: { start, end: Math.max(end, last?.end ?? 0) } };
  });
}

function coverWhole(document: YamlDocument, directive: IgnoreDirective): Covered {
  const { root } = document;
  if (directive.scope === "document" && root === undefined) {
    return { idle: "stands in a document without content; move it below the `---` line" };
  }
  if (root !== undefined && directive.start > root.start)
    return { idle: `does not stand at the top of the ${directive.scope ?? ""}` };
  return { span: directive.scope === "file" ? "file" : { start: 0, end: document.text.length } };
}

/**
 * For each comment, whether nothing but comment lines stands between it and what comes next. Comments may be stacked; going
 * from the last to the first, each only looks as far as the next one, so that a long stack costs no more than its length.
 */
function attachedTo(
  text: string,
  directives: readonly IgnoreDirective[],
  nextStart: (offset: number) => number | undefined,
): readonly boolean[] {
  const attached: boolean[] = [];
  let following: IgnoreDirective | undefined;
  for (let index = directives.length - 1; index >= 0; index -= 1) {
    const directive = directives[index];
    if (directive === undefined) continue;
    const target = nextStart(directive.end);
    if (target === undefined) attached[index] = false;
    else if (following === undefined || following.start > target)
      attached[index] = onlyCommentLines(text, directive.end, target);
    else {
      const start = lineStart(text, following.start);
      attached[index] =
        attached[index + 1] === true &&
        isOwnLine(text, start, following.start) &&
        onlyCommentLines(text, directive.end, start);
    }
    following = directive;
  }
  return attached;
}

/** The last entry or item that starts within a line. */
function lastStarting(anchors: readonly Anchor[], start: number, end: number): Anchor | undefined {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((anchors[middle]?.start ?? 0) < end) low = middle + 1;
    else high = middle;
  }
  const last = anchors[low - 1];
  return last !== undefined && last.start >= start ? last : undefined;
}

/** Entries and items in the order of the text; where several start together, the outermost comes first. */
function anchorsOf(document: YamlDocument): readonly Anchor[] {
  const anchors: Anchor[] = [];
  const { root } = document;
  const waiting: YamlNode[] = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === "map") {
      for (const [index, entry] of node.entries.entries()) {
        const opens =
          index === 0 && node === root && entry.key.kind === "scalar" && OPENING_KEYS.has(entry.key.text);
        anchors.push({ start: entry.start, end: entry.end, opensDocument: opens });
        waiting.push(entry.key, entry.value);
      }
    } else if (node.kind === "sequence") {
      for (const [index, item] of node.items.entries()) {
        anchors.push({ start: node.itemStarts[index] ?? item.start, end: item.end, opensDocument: false });
        waiting.push(item);
      }
    }
  }
  return anchors.sort((a, b) => a.start - b.start || b.end - a.end);
}

const OPENING_KEYS: ReadonlySet<string> = new Set(["apiVersion", "kind"]);

function isBreak(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text[start - 1])) start -= 1;
  return start;
}

function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return end;
}

function isOwnLine(text: string, start: number, word: number): boolean {
  return /^[ \t\uFEFF]*#[ \t]*$/.test(text.slice(start, word));
}

/** Whether the lines between a comment and what follows are comments only: a blank line parts them. */
function onlyCommentLines(text: string, from: number, to: number): boolean {
  const lines = text.slice(from, to).split(/\r\n|\n|\r/);
  // The first piece is the rest of the comment's line, the last is the indentation of the line that follows.
  return (
    lines.length > 1 &&
    lines.slice(1, -1).every((line) => line.trimStart().startsWith("#")) &&
    (lines.at(-1) ?? "").trim() === ""
  );
}
