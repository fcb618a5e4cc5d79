import { entryOf, isRecord, listOf, textOf } from "../config/plain-value.ts";
import { readLocatedDocument, type DocumentPath, type LocatedDocument } from "../config/located-document.ts";
import { ConfigurationError } from "../config/problem.ts";
import type { PeerTool } from "../peer/peer-tools.ts";
import type { PeerSetting, SettingEffect, SettingsFile } from "./setting.ts";

const MAXIMUM_LENGTH = 1024 * 1024;
const MAXIMUM_WORDS = 100;

/** A text of the file and where it stands. */
export interface LocatedText {
  readonly text: string;
  readonly path: DocumentPath;
}

/** Reads a YAML or JSON file of another tool's settings and notes what each asks for. */
export class SettingsReader {
  readonly settings: PeerSetting[] = [];
  readonly #tool: PeerTool;
  readonly #document: LocatedDocument;

  /** @throws ConfigurationError `migrate/unreadable`, `too-large` or `several-documents`. */
  constructor(tool: PeerTool, { path, text }: SettingsFile) {
    const request = { file: path, text, area: "migrate", maximumLength: MAXIMUM_LENGTH };
    const { document, problems } = readLocatedDocument(request);
    if (document === undefined) throw new ConfigurationError(problems);
    this.#tool = tool;
    this.#document = document;
  }

  /** The whole file's plain value. */
  get value(): unknown {
    return this.#document.value;
  }

  /** The keys at the top. */
  get keys(): readonly string[] {
    return isRecord(this.value) ? Object.keys(this.value) : [];
  }

  valueAt(...path: readonly string[]): unknown {
    return path.reduce<unknown>((value, key) => entryOf(value, key), this.value);
  }

  /** The texts at a path: of a list, of one text, or of a text with commas between. Numbers and booleans count as written. */
  textsAt(...path: readonly string[]): readonly LocatedText[] {
    const value = this.valueAt(...path);
    if (Array.isArray(value)) {
      return listOf(value).flatMap((item, index) => {
        const text = plainText(item);
        return text === undefined ? [] : [{ text, path: [...path, index] }];
      });
    }
    const text = plainText(value);
    if (text === undefined) return [];
    return text
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")
      .map((part) => ({ text: part, path }));
  }

  /** Notes a setting. The words start with its keys. */
  add(path: DocumentPath, words: string, effect: SettingEffect): void {
    this.settings.push({
      tool: this.#tool,
      file: this.#document.file,
      line: this.#document.keyRange(path).start.line,
      words: words.length > MAXIMUM_WORDS ? `${words.slice(0, MAXIMUM_WORDS - 1)}…` : words,
      effect,
    });
  }

  /** Notes each text at a path as a setting of its own. */
  addEach(path: readonly string[], effectOf: (text: string) => SettingEffect): void {
    for (const one of this.textsAt(...path))
      this.add(one.path, `${path.join(".")}: ${one.text}`, effectOf(one.text));
  }

  /** Notes the keys at the top that nobody has read. */
  addRest(known: Iterable<string>, reasons: ReadonlyMap<string, string>): void {
    const seen = new Set(known);
    for (const key of this.keys) {
      if (seen.has(key)) continue;
      const reason = reasons.get(key) ?? "Plimsoll has no such setting.";
      this.add([key], `${key}: ${shown(this.valueAt(key))}`, { kind: "none", reason });
    }
  }
}

/** A scalar as text; undefined for lists, maps and nothing. */
export function plainText(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return textOf(value);
}

function shown(value: unknown): string {
  return plainText(value) ?? JSON.stringify(value) ?? "";
}
