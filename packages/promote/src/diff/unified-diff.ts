import type { TextEdit } from "@plimsoll/syntax";

/** Lines that are shown around a change. */
const CONTEXT = 3;

/** A text and ordered edits of it that do not overlap. */
export interface Change {
  readonly path: string;
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

/** Lines of the old text, from `start` up to `end`, and what stands there afterwards. */
interface Block {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** The edits as a unified diff that `git apply` and `patch -p1` understand; empty where there are none. */
export function unifiedDiff({ path, before, edits }: Change): string {
  if (edits.length === 0) return "";
  const lines = splitLines(before);
  const blocks = blocksOf(before, lines, edits);
  let added = 0;
  const hunks = hunksOf(blocks).map((group) => {
    const hunk = hunkText(lines, group, added);
    for (const block of group) added += block.lines.length - (block.end - block.start);
    return hunk;
  });
  return `--- ${quoted(`a/${path}`)}\n+++ ${quoted(`b/${path}`)}\n${hunks.join("")}`;
}

/** Lines with their line feeds. */
function splitLines(text: string): readonly string[] {
  const lines: string[] = [];
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf("\n", from);
    const next = end < 0 ? text.length : end + 1;
    lines.push(text.slice(from, next));
    from = next;
  }
  return lines;
}

function blocksOf(before: string, lines: readonly string[], edits: readonly TextEdit[]): readonly Block[] {
  const blocks: Block[] = [];
  const starts = new LineStarts(lines);
  let index = 0;
  while (index < edits.length) {
    const first = edits[index];
    if (first === undefined) break;
    const start = starts.lineAt(first.start);
    let end = starts.lineAt(first.end) + 1;
    let count = 1;
    for (let next = edits[index + 1]; next !== undefined; next = edits[index + count]) {
      if (starts.lineAt(next.start) >= end) break;
      end = starts.lineAt(next.end) + 1;
      count += 1;
    }
    end = Math.min(end, lines.length);
    const text = changed(
      before,
      [starts.offsetOf(start), starts.offsetOf(end)],
      edits.slice(index, index + count),
    );
    blocks.push(trimmed({ start, end, lines: splitLines(text) }, lines));
    index += count;
  }
  return blocks;
}

function changed(before: string, [from, to]: readonly [number, number], edits: readonly TextEdit[]): string {
  let text = "";
  let at = from;
  for (const edit of edits) {
    text += before.slice(at, edit.start) + edit.newText;
    at = edit.end;
  }
  return text + before.slice(at, to);
}

/** Without the lines at both ends that stay as they are. */
function trimmed(block: Block, lines: readonly string[]): Block {
  let { start, end } = block;
  let from = 0;
  let to = block.lines.length;
  while (start < end && from < to && lines[start] === block.lines[from]) {
    start += 1;
    from += 1;
  }
  while (start < end && from < to && lines[end - 1] === block.lines[to - 1]) {
    end -= 1;
    to -= 1;
  }
  return { start, end, lines: block.lines.slice(from, to) };
}

class LineStarts {
  readonly #starts: number[] = [0];

  constructor(lines: readonly string[]) {
    let at = 0;
    for (const line of lines) this.#starts.push((at += line.length));
  }

  /** Number of the line, from 0, that holds an offset. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    // The end of the text belongs to its last line, where that has no line feed.
    return low;
  }

  offsetOf(line: number): number {
    return this.#starts[line] ?? this.#starts.at(-1) ?? 0;
  }
}

function hunksOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const hunks: Block[][] = [];
  for (const block of blocks) {
    const last = hunks.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && block.start - before.end <= 2 * CONTEXT)
      last.push(block);
    else hunks.push([block]);
  }
  return hunks;
}

function hunkText(lines: readonly string[], group: readonly Block[], added: number): string {
  const from = Math.max(0, (group[0]?.start ?? 0) - CONTEXT);
  const to = Math.min(lines.length, (group.at(-1)?.end ?? 0) + CONTEXT);
  let text = "";
  let at = from;
  let grown = 0;
  for (const block of group) {
    text += marked(" ", lines.slice(at, block.start));
    text += marked("-", lines.slice(block.start, block.end));
    text += marked("+", block.lines);
    grown += block.lines.length - (block.end - block.start);
    at = block.end;
  }
  text += marked(" ", lines.slice(at, to));
  const size = to - from;
  return `@@ -${rangeText(from, size)} +${rangeText(from + added, size + grown)} @@\n${text}`;
}

/** Lines are counted from 1; an empty stretch is named by the line before it. */
function rangeText(start: number, size: number): string {
  const first = size === 0 ? start : start + 1;
  return size === 1 ? `${first}` : `${first},${size}`;
}

function marked(mark: string, lines: readonly string[]): string {
  return lines
    .map((line) => (line.endsWith("\n") ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`))
    .join("");
}

/** Names with control characters, quotes or backslashes are quoted, as git does. */
function quoted(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must be quoted.
  return /[\u0000-\u001f\u007f"\\]/u.test(name) ? JSON.stringify(name) : name;
}
