import { lineBreakOf } from "@plimsoll/syntax";
import type { CompletionItem } from "vscode-languageserver-types";
import type { OpenFile } from "../document/open-file.ts";
import type { YamlPlace } from "../yaml-place/yaml-place.ts";
import { type Choice, itemsFor } from "./item.ts";

/** Choices at a place of a YAML file. */
export function yamlItems(choices: readonly Choice[], file: OpenFile, place: YamlPlace): CompletionItem[] {
  const blank = place.needsBlank ? " " : "";
  const written = choices.map((choice) => ({ ...choice, newText: blank + (choice.newText ?? choice.label) }));
  return itemsFor(written, file, place.span);
}

/** What stands behind a key. */
export type EntryShape = "scalar" | "map" | "list";

/** The text of a key that is inserted at a place, up to where its value starts: on the same line or on a deeper one. */
export function entryText(
  name: string,
  shape: EntryShape,
  { file, place }: { readonly file: OpenFile; readonly place: YamlPlace },
): string {
  const key = scalarText(name, { isQuoted: false });
  // A key that is there already keeps its colon and its value.
  if (file.text.charAt(place.span.end) === ":") return key;
  const deeper = `${lineBreakOf(file.text)}${" ".repeat(place.column + 2)}`;
  if (shape === "map") return `${key}:${deeper}`;
  return shape === "list" ? `${key}:${deeper}- ` : `${key}: `;
}

/** A text as a scalar of YAML: in quotes where it would be read as something else, unless quotes are there. */
export function scalarText(text: string, { isQuoted }: { readonly isQuoted: boolean }): string {
  return isQuoted || isPlain(text) ? text : JSON.stringify(text);
}

/** Whether a place stands in quotes already. */
export function isQuoted(file: OpenFile, { span }: YamlPlace): boolean {
  const before = file.text.charAt(span.start - 1);
  return before === '"' || before === "'";
}

const SPECIAL_WORDS: ReadonlySet<string> = new Set(["null", "yes", "no", "on", "y", "n", "true", "false"]);

function isPlain(text: string): boolean {
  if (text === "" || SPECIAL_WORDS.has(text.toLowerCase())) return false;
  if (!isLetter(text.charCodeAt(0)) && text.charAt(0) !== "/" && text.charAt(0) !== "$") return false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (!isLetter(text.charCodeAt(at)) && !"0123456789_-./@:*$".includes(character)) return false;
    if (character === ":" && (at === text.length - 1 || text.charAt(at + 1) === " ")) return false;
  }
  return true;
}

function isLetter(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
