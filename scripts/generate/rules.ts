import { access, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Rule } from "@plimsoll/core";
import { root } from "./outputs.ts";

/** A rule and its folder; the folder's path is the rule's id. */
export interface RuleFolder {
  readonly id: string;
  /** Absolute. */
  readonly folder: string;
  readonly rule: Rule;
}

export const rulesFolder: string = join(root, "packages/rules/src");

/** All rules, by id, from the folders that hold a `rule.ts`. */
export async function findRules(): Promise<readonly RuleFolder[]> {
  const found: RuleFolder[] = [];
  for (const surface of await foldersIn(rulesFolder)) {
    for (const slug of await foldersIn(join(rulesFolder, surface))) {
      const folder = join(rulesFolder, surface, slug);
      const file = join(folder, "rule.ts");
      if (!(await exists(file))) continue;
      const module = (await import(pathToFileURL(file).href)) as { readonly rule?: Rule };
      if (module.rule === undefined) throw new Error(`${surface}/${slug}/rule.ts exports no "rule"`);
      found.push({ id: `${surface}/${slug}`, folder, rule: module.rule });
    }
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
