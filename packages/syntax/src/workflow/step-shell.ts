import { LogicalLineBuilder } from "../dockerfile/logical-line-builder.ts";
import type { LogicalLine } from "../dockerfile/logical-line.ts";
import type { ShellScript } from "../shell/nodes.ts";
import { parsePlacedShell } from "../shell/shell-of.ts";
import type { YamlDocument, YamlScalar } from "../yaml/nodes.ts";
import type { WorkflowStep } from "./nodes.ts";
import { scalarSource } from "./scalar-source.ts";

/**
 * Stands in a script for each character of an expression, since GitHub puts the expression's value there before a shell reads it.
 * A word with it has a value that nobody knows.
 */
export const EXPRESSION_CHARACTER = "\ue000";

const DEFAULT_SHELL = ["bash", "-e"];
const MEMO = new WeakMap<YamlScalar, Map<string, ShellScript>>();

/**
 * The commands of a step's `run:`, by the step's shell or the given default; spans count in the document. Undefined for a step
 * without a script. Read on first use and kept.
 */
export function stepShell(
  document: YamlDocument,
  step: WorkflowStep,
  defaultShell?: string,
): ShellScript | undefined {
  if (step.run === undefined) return undefined;
  const { node } = step.run;
  const shell = step.shell?.text ?? defaultShell ?? "";
  const memo = MEMO.get(node) ?? new Map<string, ShellScript>();
  const known = memo.get(shell);
  if (known !== undefined) return known;
  const words = shell.split(" ").filter((word) => word !== "");
  const script = parsePlacedShell(scriptLine(document, node), words.length === 0 ? DEFAULT_SHELL : words);
  memo.set(shell, script);
  MEMO.set(node, memo);
  return script;
}

/** The script as the shell gets it, with the place of each character. */
function scriptLine(document: YamlDocument, node: YamlScalar): LogicalLine {
  const builder = new LogicalLineBuilder();
  if (node.style === "literal" || node.style === "folded") addBlock(document, node, builder);
  else addFlowLines(document, node, builder);
  return builder.build(node.start);
}

/** Lines of a block scalar without their indentation; a folded line goes on with a space. */
function addBlock(document: YamlDocument, node: YamlScalar, builder: LogicalLineBuilder): void {
  const body = masked(document.text.slice(node.start, node.end));
  const lines = linesOf(body);
  const header = lines.shift();
  const indent = blockIndent(header?.text ?? "", lines, node.text);
  for (const [number, { text, start, feed }] of lines.entries()) {
    const from = Math.min(indent, text.length);
    builder.add(text.slice(from), node.start + start + from);
    if (feed === undefined) continue;
    const next = lines[number + 1]?.text.slice(indent) ?? "";
    builder.add(node.style === "folded" && isFolded(text.slice(from), next) ? " " : "\n", node.start + feed);
  }
}

function isFolded(line: string, next: string): boolean {
  const starts = (text: string): boolean => text !== "" && !text.startsWith(" ") && !text.startsWith("\t");
  return starts(line) && starts(next);
}

/** How far the content is indented: what the first line has in the text and no longer has in the value. */
function blockIndent(header: string, lines: readonly { readonly text: string }[], value: string): number {
  const first = lines.find(({ text }) => text.trim() !== "");
  if (first === undefined) return 0;
  const written = first.text.length - first.text.trimStart().length;
  if (!/[1-9]/.test(header)) return written;
  const valueLine = value.split("\n").find((line) => line.trim() !== "") ?? "";
  return written - (valueLine.length - valueLine.trimStart().length);
}

/** A plain or quoted scalar: its line breaks are spaces. */
function addFlowLines(document: YamlDocument, node: YamlScalar, builder: LogicalLineBuilder): void {
  const source = scalarSource(document, node);
  const text = masked(source.text).replaceAll("\r", " ").replaceAll("\n", " ");
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const width = source.offsetOf(at + 1) - source.offsetOf(at);
    if (width === 1) continue;
    builder.add(text.slice(from, at), source.offsetOf(from));
    builder.addEscape(text.charAt(at), source.offsetOf(at), width);
    from = at + 1;
  }
  builder.add(text.slice(from), source.offsetOf(from));
}

/** The text with every expression made of {@link EXPRESSION_CHARACTER}, at the same places. */
function masked(text: string): string {
  if (!text.includes("${{")) return text;
  let result = "";
  let from = 0;
  for (let open = text.indexOf("${{"); open !== -1; open = text.indexOf("${{", from)) {
    const close = text.indexOf("}}", open);
    if (close === -1) break;
    result += text.slice(from, open) + maskOf(text.slice(open, close + 2));
    from = close + 2;
  }
  return result + text.slice(from);
}

/** Line breaks inside an expression stay, so that lines keep their places; they are rare. */
function maskOf(expression: string): string {
  return expression.replaceAll(/[^\n]/g, EXPRESSION_CHARACTER);
}

function linesOf(text: string): { readonly text: string; readonly start: number; readonly feed?: number }[] {
  const lines: { readonly text: string; readonly start: number; readonly feed?: number }[] = [];
  let start = 0;
  for (let feed = text.indexOf("\n"); feed !== -1; feed = text.indexOf("\n", start)) {
    const end = text.charAt(feed - 1) === "\r" ? feed - 1 : feed;
    lines.push({ text: text.slice(start, end), start, feed });
    start = feed + 1;
  }
  if (start < text.length) lines.push({ text: text.slice(start), start });
  return lines;
}
