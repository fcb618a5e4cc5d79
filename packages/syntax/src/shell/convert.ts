import type { Assignment, Command, Redirection, Word } from "unbash";
import { decodeBackticks } from "./decode.ts";
import type { ShellAssignment, ShellRedirect, ShellWord } from "./nodes.ts";
import { shellWord } from "./shell-words.ts";
import { type TextMap, composedMap, constantMap } from "./text-map.ts";

/** The arguments of a command; `name=value` after `export` and its kin is one too. */
export function argumentsOf(node: Command, map: TextMap): readonly ShellWord[] {
  return node.args.map((argument) =>
    shellWord(argument.type === "Word" ? argument : assignmentWord(argument), map),
  );
}

function assignmentWord(assignment: Assignment): Word {
  const { pos, end, text, name, value } = assignment;
  if (value.type !== "Word") return { type: "Word", pos, end, text, value: text };
  return { type: "Word", pos, end, text, value: `${name}=${value.value}`, parts: value.parts };
}

/** The assignments before a command and among its arguments. */
export function assignmentsOf(node: Command, map: TextMap): readonly ShellAssignment[] {
  const found: ShellAssignment[] = [];
  for (const part of node.prefix.length === 0 ? node.suffix : [...node.prefix, ...node.suffix]) {
    if (part.type !== "Assignment") continue;
    const span = map.sourceSpan(part.pos, part.end);
    const value = part.value.type === "Word" ? shellWord(part.value, map) : undefined;
    found.push({ start: span.start, end: span.end, name: part.name, value });
  }
  return found;
}

export function redirectOf(node: Redirection, map: TextMap): ShellRedirect {
  const span = map.sourceSpan(node.pos, node.end);
  const descriptor = node.descriptor?.type === "FileDescriptor" ? node.descriptor.value : undefined;
  if (node.type === "HereDoc") {
    const body = { ...map.sourceSpan(node.body.pos, node.body.end), text: node.body.text };
    return { ...span, operator: node.operator, descriptor, target: undefined, body };
  }
  const target = node.target === undefined ? undefined : shellWord(node.target, map);
  return { ...span, operator: node.operator, descriptor, target, body: undefined };
}

/** The places of a script between backticks: `source` is what the shell reads, `raw` stands at `pos` of the outer text. */
export function backtickMap(source: string, raw: string, outer: TextMap): TextMap {
  const decoded = decodeBackticks(raw);
  if (decoded.text === source) return composedMap(decoded, outer);
  return constantMap(outer.sourceSpan(0, raw.length));
}

/** Where the argument that became `word` stands in the text of the script. */
export function positionOf(node: Command, words: readonly ShellWord[], word: ShellWord): number | undefined {
  return node.args[words.indexOf(word)]?.pos;
}
