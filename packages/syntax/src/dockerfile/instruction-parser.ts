import { isBlank, isSpace, skipSpaces, trimEnd } from "./characters.ts";
import { scanFlags } from "./flags.ts";
import { readHeredocs } from "./heredocs.ts";
import { scanJsonForm } from "./json-form.ts";
import { keywordOf } from "./keywords.ts";
import type { LineReader, RawInstruction } from "./line-reader.ts";
import type { ArgumentForm, Flag, Heredoc, Instruction, Pair, Word } from "./nodes.ts";
import { scanArguments, scanPairs } from "./pairs.ts";
import type { Report } from "./problems.ts";
import { MAX_WORDS, type Scan, splitOnBlanks, splitQuoted, wordAt } from "./words.ts";

/** What an instruction needs to know of the file around it. */
export interface InstructionContext {
  readonly reader: LineReader;
  readonly report: Report;
  readonly stage: number;
  readonly index: number;
}

/** The arguments of an instruction, taken apart. */
interface Arguments {
  readonly form: ArgumentForm;
  readonly words: readonly Word[];
  readonly pairs: readonly Pair[];
}

/** The parts of an instruction on its logical line. */
interface Head {
  readonly keyword: string;
  readonly keywordStart: number;
  readonly keywordEnd: number;
  readonly flags: readonly Flag[];
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

const HEREDOC_KEYWORDS: ReadonlySet<string> = new Set(["RUN", "COPY", "ADD"]);

/** Takes an instruction apart and reads the bodies of its heredocs. */
export function parseInstruction(raw: RawInstruction, context: InstructionContext): Instruction {
  const scan: Scan = { source: context.reader.text, line: raw.line, escapeCode: context.reader.escapeCode };
  const instruction = instructionFrom(scan, 0, raw, context);
  const heredocs = heredocsOf(instruction, context);
  if (heredocs.length === 0) return instruction;
  const extent = { start: raw.extent.start, end: context.reader.lineEnd };
  const added = { heredocs, extent, end: Math.max(instruction.end, extent.end) };
  const { trigger } = instruction;
  return { ...instruction, ...added, trigger: trigger === undefined ? undefined : { ...trigger, ...added } };
}

function heredocsOf(instruction: Instruction, context: InstructionContext): readonly Heredoc[] {
  const holder = instruction.trigger ?? instruction;
  if (!HEREDOC_KEYWORDS.has(holder.keyword) || holder.form === "json") return [];
  if (!instruction.line.text.includes("<<")) return [];
  return readHeredocs(instruction.line, context.reader, (span) => {
    context.report("dockerfile/unterminated-heredoc", span, "no line ends this heredoc");
  });
}

function instructionFrom(
  scan: Scan,
  start: number,
  raw: RawInstruction,
  context: InstructionContext,
): Instruction {
  const head = headAt(scan, start);
  const { line } = scan;
  const args = argumentsOf(scan, head, context);
  const body = wordAt(scan, head.bodyStart, head.bodyEnd);
  const keywordSpan = line.sourceSpan(head.keywordStart, head.keywordEnd);
  const lastFlag = head.flags.at(-1);
  return {
    start: keywordSpan.start,
    end: Math.max(body.end, lastFlag?.end ?? 0, keywordSpan.end),
    keyword: head.keyword,
    keywordSpan,
    flags: head.flags,
    ...args,
    body,
    heredocs: [],
    line,
    extent: raw.extent,
    emptyLines: raw.emptyLines,
    trigger: head.keyword === "ONBUILD" ? triggerOf(scan, head, raw, context) : undefined,
    stage: context.stage,
    index: context.index,
  };
}

function headAt(scan: Scan, start: number): Head {
  const { text } = scan.line;
  const keywordStart = skipSpaces(text, start, text.length);
  let keywordEnd = keywordStart;
  const lineEnd = trimEnd(text, keywordStart, text.length);
  while (keywordEnd < lineEnd && !isBlank(text.charCodeAt(keywordEnd))) keywordEnd += 1;
  const { flags, next } = scanFlags(scan, keywordEnd);
  const bodyEnd = Math.max(next, lineEnd);
  const keyword = text.slice(keywordStart, keywordEnd).toUpperCase();
  return { keyword, keywordStart, keywordEnd, flags, bodyStart: Math.min(next, bodyEnd), bodyEnd };
}

/** ONBUILD holds one instruction. A second ONBUILD inside it is kept as an instruction, and what it holds is not read. */
function triggerOf(
  scan: Scan,
  head: Head,
  raw: RawInstruction,
  context: InstructionContext,
): Instruction | undefined {
  if (head.bodyStart === head.bodyEnd) return undefined;
  const inner = headAt(scan, head.bodyStart);
  if (inner.keyword !== "ONBUILD") return instructionFrom(scan, head.bodyStart, raw, context);
  const keywordSpan = scan.line.sourceSpan(inner.keywordStart, inner.keywordEnd);
  const body = wordAt(scan, inner.bodyStart, inner.bodyEnd);
  return {
    start: keywordSpan.start,
    end: Math.max(body.end, keywordSpan.end),
    keyword: "ONBUILD",
    keywordSpan,
    flags: inner.flags,
    form: "shell",
    words: [],
    pairs: [],
    body,
    heredocs: [],
    line: scan.line,
    extent: raw.extent,
    emptyLines: raw.emptyLines,
    trigger: undefined,
    stage: context.stage,
    index: context.index,
  };
}

function argumentsOf(scan: Scan, head: Head, context: InstructionContext): Arguments {
  const { bodyStart: start, bodyEnd: end } = head;
  const args = readArguments(scan, head, context);
  if (args.words.length >= MAX_WORDS) {
    const span = scan.line.sourceSpan(start, end);
    const message = `only the first ${MAX_WORDS} words of this instruction are read`;
    context.report("dockerfile/too-many-words", span, message);
  }
  return args;
}

function readArguments(scan: Scan, head: Head, context: InstructionContext): Arguments {
  const { bodyStart: start, bodyEnd: end } = head;
  if (start >= end) return shellForm([]);
  switch (keywordOf(head.keyword)?.shape) {
    case "command":
      return jsonOr(scan, head, context, splitQuoted);
    case "json-or-list":
      return jsonOr(scan, head, context, splitOnBlanks);
    case "pairs":
      return { form: "shell", ...scanPairs(scan, start, end, context.report) };
    case "arguments":
      return { form: "shell", ...scanArguments(scan, start, end, context.report) };
    case "string":
      return shellForm([wordAt(scan, start, end)]);
    case "healthcheck":
      return healthcheck(scan, head, context);
    case "onbuild":
      return shellForm([]);
    default:
      return shellForm(splitOnBlanks(scan, start, end));
  }
}

function shellForm(words: readonly Word[]): Arguments {
  return { form: "shell", words, pairs: [] };
}

function jsonOr(
  scan: Scan,
  head: { readonly bodyStart: number; readonly bodyEnd: number },
  context: InstructionContext,
  split: (scan: Scan, start: number, end: number) => readonly Word[],
): Arguments {
  const { bodyStart: start, bodyEnd: end } = head;
  const json = scanJsonForm(scan, start, end);
  if (json.kind === "strings") return { form: "json", words: json.words, pairs: [] };
  if (json.kind === "mixed") {
    const span = scan.line.sourceSpan(start, end);
    context.report("dockerfile/json-not-strings", span, "a JSON array here may hold strings only");
  }
  return shellForm(split(scan, start, end));
}

/** The type (`CMD` or `NONE`) is the first word; what follows reads like a CMD. */
function healthcheck(scan: Scan, head: Head, context: InstructionContext): Arguments {
  const { text } = scan.line;
  let typeEnd = head.bodyStart;
  while (typeEnd < head.bodyEnd && !isSpace(text.charCodeAt(typeEnd))) typeEnd += 1;
  const type = wordAt(scan, head.bodyStart, typeEnd);
  const bodyStart = skipSpaces(text, typeEnd, head.bodyEnd);
  if (bodyStart >= head.bodyEnd) return shellForm([type]);
  const rest = jsonOr(scan, { bodyStart, bodyEnd: head.bodyEnd }, context, splitQuoted);
  return { ...rest, words: [type, ...rest.words] };
}
