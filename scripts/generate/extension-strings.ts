import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { root, type Output } from "./outputs.ts";

/** Calls of VS Code's `l10n.t`, or of a `t` that was handed on, with a plain text. */
const CALL = /\bt\(\s*"((?:[^"\\]|\\.)*)"/gu;

/** The texts of the extension's code, for translators: the bundle that translations are named after. */
export async function extensionStrings(): Promise<Output> {
  const folder = join(root, "extension/src");
  const files = await readdir(folder, { recursive: true });
  const found = new Set<string>();
  for (const file of files.filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))) {
    for (const text of stringsOf(await readFile(join(folder, file), "utf8"))) found.add(text);
  }
  const bundle = Object.fromEntries([...found].sort().map((text) => [text, text]));
  return { path: "extension/l10n/bundle.l10n.json", text: `${JSON.stringify(bundle, undefined, 2)}\n` };
}

/** The texts that a source file hands to `t`, in order. */
export function stringsOf(source: string): readonly string[] {
  return [...source.matchAll(CALL)].map(([, text = ""]): string => JSON.parse(`"${text}"`));
}
