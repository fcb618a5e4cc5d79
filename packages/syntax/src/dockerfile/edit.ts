import type { Span } from "../source/span.ts";
import type { TextEdit } from "../source/text-edit.ts";
import type { Dockerfile, Instruction } from "./nodes.ts";

/** The line break that a text uses first; LF where it has none. */
export function lineBreakOf(text: string): "\n" | "\r\n" {
  const feed = text.indexOf("\n");
  return feed > 0 && text.charAt(feed - 1) === "\r" ? "\r\n" : "\n";
}

/** Replaces a word, a flag, a value or a span of a shell command, and nothing around it. */
export function replaceSpan(span: Span, newText: string): TextEdit {
  return { start: span.start, end: span.end, newText };
}

/** Puts a word before another one, on the same line. */
export function insertWordBefore(word: Span, newText: string): TextEdit {
  return { start: word.start, end: word.start, newText: `${newText} ` };
}

/** Puts a word after another one, on the same line. */
export function insertWordAfter(word: Span, newText: string): TextEdit {
  return { start: word.end, end: word.end, newText: ` ${newText}` };
}

/** Adds a flag after the flags that an instruction has, or after its keyword. `flag` is written with its dashes. */
export function appendFlag(instruction: Instruction, flag: string): TextEdit {
  return insertWordAfter(instruction.flags.at(-1) ?? instruction.keywordSpan, flag);
}

/** Puts whole lines before an instruction. LF in `lines` becomes the line break of the file. */
export function insertBefore(dockerfile: Dockerfile, instruction: Instruction, lines: string): TextEdit {
  const lineBreak = lineBreakOf(dockerfile.text);
  const at = afterMark(dockerfile, instruction.extent.start);
  return { start: at, end: at, newText: `${withBreaks(lines, lineBreak)}${lineBreak}` };
}

/**
 * Puts whole lines after an instruction and its heredocs. Where the instruction still waits for a continuation line at the end
 * of the file, its last escape character goes too, so there can be two edits.
 */
export function insertAfter(
  dockerfile: Dockerfile,
  instruction: Instruction,
  lines: string,
): readonly TextEdit[] {
  const lineBreak = lineBreakOf(dockerfile.text);
  const at = instruction.extent.end;
  const insertion = { start: at, end: at, newText: `${lineBreak}${withBreaks(lines, lineBreak)}` };
  const open = openContinuation(dockerfile, instruction);
  if (open === undefined) return [insertion];
  if (open.end === at) return [{ ...insertion, start: open.start }];
  return [{ ...open, newText: "" }, insertion];
}

/** Removes the lines of an instruction and its heredocs. Comments before it stay. */
export function removeInstruction(dockerfile: Dockerfile, instruction: Instruction): TextEdit {
  const { text } = dockerfile;
  const start = afterMark(dockerfile, instruction.extent.start);
  const end = afterBreak(text, instruction.extent.end);
  if (end > instruction.extent.end || start === 0) return { start, end, newText: "" };
  // The last line of a file that does not end in a line break: the break before it goes instead.
  return { start: beforeBreak(text, start), end, newText: "" };
}

function withBreaks(lines: string, lineBreak: string): string {
  return lineBreak === "\n" ? lines : lines.replaceAll("\r\n", "\n").replaceAll("\n", lineBreak);
}

/** A byte order mark stays at the start of the file. */
function afterMark(dockerfile: Dockerfile, offset: number): number {
  return offset === 0 && dockerfile.text.startsWith("\u{FEFF}") ? 1 : offset;
}

function afterBreak(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === "\r") at += 1;
  return text.charAt(at) === "\n" ? at + 1 : from;
}

function beforeBreak(text: string, from: number): number {
  let at = from;
  if (text.charAt(at - 1) === "\n") at -= 1;
  while (at > 0 && text.charAt(at - 1) === "\r") at -= 1;
  return at;
}

/** The escape character, and the blanks after it, of a continuation that no line follows. */
function openContinuation(dockerfile: Dockerfile, instruction: Instruction): Span | undefined {
  if (instruction.heredocs.length > 0) return undefined;
  const { text, escape } = dockerfile;
  const { line } = instruction;
  const start = line.sourceEnd(line.text.length);
  if (text.charAt(start) !== escape) return undefined;
  let end = start + 1;
  while (text.charAt(end) === " " || text.charAt(end) === "\t") end += 1;
  return { start, end };
}
