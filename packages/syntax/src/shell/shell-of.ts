import { attached } from "../source/attached.ts";
import { skipSpaces } from "../dockerfile/characters.ts";
import { LogicalLineBuilder } from "../dockerfile/logical-line-builder.ts";
import type { LogicalLine } from "../dockerfile/logical-line.ts";
import type { Heredoc, Instruction, Word } from "../dockerfile/nodes.ts";
import { shellInForce } from "../dockerfile/shell-in-force.ts";
import { CommandCollector } from "./collector.ts";
import { decodeJsonString } from "./decode.ts";
import type { ParsedShell, ShellInvocation, ShellScript, ShellWord } from "./nodes.ts";
import { isPosixShell } from "./shell-strings.ts";
import { IDENTITY, type TextMap, composedMap, offsetMap } from "./text-map.ts";

const MEMO = attached<Instruction, ShellScript>();
const DEFAULT_SHELL: ShellInvocation = { name: "sh", words: ["/bin/sh", "-c"], pipefail: false };
const NO_COMMANDS: ParsedShell = {
  kind: "script",
  form: "none",
  shell: DEFAULT_SHELL,
  commands: [],
  constructs: [],
  problems: [],
};
const WINDOWS_SHELL: ShellInvocation = { name: "cmd", words: ["cmd", "/S", "/C"], pipefail: false };

/**
 * The commands that RUN, CMD, ENTRYPOINT or HEALTHCHECK runs (for ONBUILD, those of its trigger), in shell form, JSON form or as
 * a heredoc. Read on first use and kept. Spans count in the file. Any other instruction has no commands.
 */
export function shellOf(instruction: Instruction): ShellScript {
  if (instruction.trigger !== undefined) return shellOf(instruction.trigger);
  const words = commandWords(instruction);
  if (words === undefined) return NO_COMMANDS;
  const known = MEMO.get(instruction);
  if (known !== undefined) return known;
  const script = read(instruction, words);
  MEMO.set(instruction, script);
  return script;
}

/** The commands of a text that a POSIX-like shell runs, such as a `run:` of a workflow. Spans count in the text. */
export function parseShell(text: string): ParsedShell {
  return parseText(text, IDENTITY, DEFAULT_SHELL);
}

/** The same of a text put together from pieces of a file; spans count in the file. */
export function parsePlacedShell(line: LogicalLine, words: readonly string[]): ShellScript {
  const shell = invocation(words);
  if (isPosixShell(shell.name)) return parseText(line.text, line, shell);
  return { kind: "unsupported-shell", shell, span: line.sourceSpan(0, line.text.length) };
}

function read(instruction: Instruction, words: readonly Word[]): ShellScript {
  if (instruction.form === "json") return execForm(words);
  const [heredoc] = instruction.heredocs;
  if (
    heredoc !== undefined &&
    instruction.body.start === heredoc.start &&
    instruction.body.end === heredoc.end
  ) {
    return heredocScript(instruction, heredoc);
  }
  const shell = invocationOf(instruction);
  if (!isPosixShell(shell.name)) return { kind: "unsupported-shell", shell, span: instruction.body };
  const line = commandText(instruction, words);
  return parseText(line.text, line, shell);
}

/** The words of the command, or undefined where the instruction runs none. */
function commandWords(instruction: Instruction): readonly Word[] | undefined {
  const { keyword, words } = instruction;
  if (keyword === "RUN" || keyword === "CMD" || keyword === "ENTRYPOINT") return words;
  if (keyword === "HEALTHCHECK" && words[0]?.text.toUpperCase() === "CMD") return words.slice(1);
  return undefined;
}

function parseText(text: string, map: TextMap, shell: ShellInvocation): ParsedShell {
  const collector = new CommandCollector();
  collector.readText(text, map);
  const { commands, constructs, problems } = collector;
  return { kind: "script", form: "shell", shell, commands, constructs, problems };
}

function execForm(words: readonly Word[]): ParsedShell {
  const collector = new CommandCollector();
  const shellWords = words.map(({ start, end, raw, text }) => ({
    start,
    end,
    raw,
    value: text,
    literal: text,
    variables: [],
  }));
  collector.addExec(shellWords, jsonMap);
  const { commands, constructs, problems } = collector;
  return { kind: "script", form: "exec", shell: DEFAULT_SHELL, commands, constructs, problems };
}

/** A JSON string that runs over a continuation has no simple places; its spans are then those of the whole word. */
function jsonMap(word: ShellWord): TextMap {
  const decoded = decodeJsonString(word.raw);
  if (decoded.text === word.value) return composedMap(decoded, offsetMap(word.start, IDENTITY));
  return { sourceSpan: () => ({ start: word.start, end: word.end }) };
}

function invocationOf(instruction: Instruction): ShellInvocation {
  const shell = shellInForce(instruction);
  if (shell.kind === "default") return DEFAULT_SHELL;
  return shell.kind === "windows" ? WINDOWS_SHELL : invocation(shell.words);
}

function invocation(words: readonly string[]): ShellInvocation {
  const path = (words[0] ?? "").toLowerCase();
  const base = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  const name = base.endsWith(".exe") ? base.slice(0, -4) : base;
  return { name, words, pipefail: words.includes("pipefail") };
}

/** The command as the shell gets it: the line, and after it the heredocs that it opens. */
function commandText(instruction: Instruction, words: readonly Word[]): LogicalLine {
  const { line, body, heredocs } = instruction;
  const first = words[0]?.start ?? body.start;
  const start = line.offsetOf(first);
  const end = start >= line.text.length ? start : line.offsetOf(body.end - 1) + 1;
  const builder = new LogicalLineBuilder();
  line.copyTo(builder, start, end);
  for (const heredoc of heredocs) {
    builder.add("\n", heredoc.body.start - 1);
    addHeredoc(heredoc, builder);
    builder.add(heredoc.name, heredoc.body.end);
  }
  return builder.build(first);
}

/** A heredoc alone is the script, or the input of the program that its `#!` line names. */
function heredocScript(instruction: Instruction, heredoc: Heredoc): ShellScript {
  const shell = shebang(heredoc.content) ?? invocationOf(instruction);
  if (!isPosixShell(shell.name)) return { kind: "unsupported-shell", shell, span: heredoc.body };
  const builder = new LogicalLineBuilder();
  addHeredoc(heredoc, builder);
  const text = builder.build(heredoc.body.start);
  return parseText(text.text, text, shell);
}

function shebang(content: string): ShellInvocation | undefined {
  const start = skipSpaces(content, 0, content.length);
  if (!content.startsWith("#!", start)) return undefined;
  const feed = content.indexOf("\n", start);
  const line = content.slice(start + 2, feed === -1 ? content.length : feed).trim();
  const words = line.split(/[ \t]+/);
  const program = invocation(words);
  if (program.name !== "env") return program;
  return invocation(words.slice(words[1] === "-S" ? 2 : 1));
}

/** The body with the tabs of `<<-` and carriage returns removed, which the builder or the shell does. */
function addHeredoc(heredoc: Heredoc, builder: LogicalLineBuilder): void {
  const { content, body, stripTabs } = heredoc;
  let at = 0;
  while (at < content.length) {
    const feed = content.indexOf("\n", at);
    const next = feed === -1 ? content.length : feed + 1;
    const start = stripTabs ? afterTabs(content, at) : at;
    const hasReturn = feed > start && content.charAt(feed - 1) === "\r";
    builder.add(content.slice(start, hasReturn ? feed - 1 : next), body.start + start);
    if (hasReturn) builder.add("\n", body.start + feed);
    at = next;
  }
}

function afterTabs(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === "\t") at += 1;
  return at;
}
