import {
  asMap,
  getEntry,
  parseYaml,
  type PlacedDocument,
  type YamlNode,
  type YamlSequence,
} from "@plimsoll/syntax";
import { ConfigurationError } from "../config/problem.ts";
import { yamlText } from "../config/yaml-text.ts";
import { CodedError } from "../error/coded-error.ts";
import { parseWaivers } from "./parse-waivers.ts";
import type { Waiver } from "./waiver.ts";

/**
 * The text of a waiver file with one more record at its end. Every other character stays: comments, quoting, line ends. An
 * empty file gets its head. The result is read again before it is returned, and must hold the old records and the new one.
 * @throws ConfigurationError where the file is malformed, CodedError `waivers/duplicate-id` where its id is taken, and
 *   `waivers/cannot-add` where the file is written in a way that cannot be added to.
 */
export function addWaiver(text: string, waiver: Waiver): string {
  const { file } = waiver.source;
  const before = parseWaivers(file, text);
  if (before.problems.length > 0) throw new ConfigurationError(before.problems);
  if (before.waivers.some(({ id }) => id === waiver.id)) {
    throw new CodedError({
      code: "waivers/duplicate-id",
      message: `${file} already holds the waiver ${waiver.id}.`,
      nextStep: "Change the waiver that is there, or give another reason or scope.",
    });
  }
  const added = insert(text, waiver);
  const after = parseWaivers(file, added);
  const isRight = after.problems.length === 0 && after.waivers.length === before.waivers.length + 1;
  if (isRight && isSame(after.waivers.at(-1), waiver)) return added;
  throw cannotAdd(file);
}

/** The text of a new waiver file with these records. */
export function waiverFile(waivers: readonly Waiver[]): string {
  return ["waivers:", ...waivers.flatMap((waiver) => recordLines(waiver, "  ")), ""].join("\n");
}

function cannotAdd(file: string): CodedError {
  return new CodedError({
    code: "waivers/cannot-add",
    message: `${file} is written in a way that a record cannot be added to.`,
    nextStep: "Write `waivers:` as a block list, one `- id: …` a record.",
  });
}

function isSame(read: Waiver | undefined, wanted: Waiver): boolean {
  return read !== undefined && recordLines(read, "").join("\n") === recordLines(wanted, "").join("\n");
}

function insert(text: string, waiver: Waiver): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const block = (indent: string): string => recordLines(waiver, indent).join(newline) + newline;
  const placed = parseYaml(text).documents.find(({ document }) => document.root !== undefined);
  const root = placed?.document.root;
  if (placed === undefined || root === undefined || isNull(root))
    return endLine(text, newline) + `waivers:${newline}${block("  ")}`;
  const map = asMap(root);
  const entry = map === undefined ? undefined : getEntry(map, "waivers");
  if (map === undefined || entry === undefined || map.flow) throw cannotAdd(waiver.source.file);
  const { value } = entry;
  if (value.kind === "sequence" && value.items.length > 0)
    return insertIntoList(text, { placed, list: value, block, waiver, newline });
  const indent = `${" ".repeat(columnOf(placed, entry.start))}  `;
  const colon = placed.document.text.indexOf(":", entry.key.end) + 1;
  return replace(
    text,
    { start: colon + placed.offset, end: Math.max(colon, entry.end) + placed.offset },
    { newline, block: block(indent) },
  );
}

interface Insertion {
  readonly placed: PlacedDocument;
  readonly list: YamlSequence;
  readonly block: (indent: string) => string;
  readonly waiver: Waiver;
  readonly newline: string;
}

function insertIntoList(text: string, { placed, list, block, waiver, newline }: Insertion): string {
  if (list.flow) {
    const at = (list.items.at(-1)?.end ?? list.start) + placed.offset;
    return `${text.slice(0, at)}, ${flowRecord(waiver)}${text.slice(at)}`;
  }
  const indent = " ".repeat(columnOf(placed, list.itemStarts[0] ?? list.start));
  const at = lineEndAfter(text, list.end + placed.offset);
  return endLine(text.slice(0, at), newline) + block(indent) + text.slice(at);
}

/** Puts the record in place of an empty value; what follows on the line, such as a comment, stays. */
function replace(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  { newline, block }: { readonly newline: string; readonly block: string },
): string {
  const kept = text.slice(0, start) + text.slice(end);
  const at = lineEndAfter(kept, start);
  return endLine(kept.slice(0, at), newline) + block + kept.slice(at);
}

function isNull(node: YamlNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

/** The text with its last line ended. */
function endLine(text: string, newline: string): string {
  return text === "" || text === "\uFEFF" || text.endsWith("\n") || text.endsWith("\r")
    ? text
    : text + newline;
}

/** The offset after the line break that ends the line of an offset. An offset at the start of a line means the line before. */
function lineEndAfter(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === "\n") return offset;
  const next = text.indexOf("\n", offset);
  return next < 0 ? text.length : next + 1;
}

function columnOf({ document }: PlacedDocument, offset: number): number {
  let start = offset;
  while (start > 0 && document.text[start - 1] !== "\n" && document.text[start - 1] !== "\r") start -= 1;
  return offset - start;
}

/** The lines of a record in block style. */
function recordLines(waiver: Waiver, indent: string): readonly string[] {
  const { scope } = waiver;
  const lines = [`id: ${yamlText(waiver.id)}`, `rule: ${yamlText(waiver.rule)}`, "scope:"];
  if (scope.paths !== undefined)
    lines.push("  paths:", ...scope.paths.map((path) => `    - ${yamlText(path)}`));
  if (scope.resource !== undefined) {
    lines.push("  resource:");
    for (const key of ["kind", "name", "namespace"] as const) push(lines, `    ${key}`, scope.resource[key]);
  }
  push(lines, "  fingerprint", scope.fingerprint);
  push(lines, "  imageDigest", scope.imageDigest);
  for (const key of [
    "category",
    "statement",
    "approver",
    "ticket",
    "created",
    "expires",
    "planOfAction",
  ] as const) {
    push(lines, key, waiver[key]);
  }
  return lines.map((line, index) => `${indent}${index === 0 ? "- " : "  "}${line}`);
}

function push(lines: string[], key: string, value: string | undefined): void {
  if (value !== undefined) lines.push(`${key}: ${yamlText(value)}`);
}

function flowRecord(waiver: Waiver): string {
  return JSON.stringify({ ...waiver, source: undefined });
}
