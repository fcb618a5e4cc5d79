import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A generated file: path from the repository's root, and text. */
export interface Output {
  readonly path: string;
  readonly text: string;
}

export const root: string = fileURLToPath(new URL("../../", import.meta.url));

/** Folders that hold nothing but generated files: what is not an output is an orphan and goes. */
const GENERATED_FOLDERS = ["docs/rules", "docs/requirements", "docs/compare", "docs/actions"];

export async function writeOutputs(outputs: readonly Output[]): Promise<void> {
  for (const { path, text } of outputs) {
    const file = join(root, path);
    if ((await readText(file)) === text) continue;
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    process.stdout.write(`wrote ${path}\n`);
  }
  for (const orphan of await orphansOf(outputs)) {
    await rm(join(root, orphan));
    process.stdout.write(`removed ${orphan}\n`);
  }
}

/** Whether the files are what would be generated. Names those that are not, and makes the process end with 1. */
export async function areFresh(outputs: readonly Output[]): Promise<boolean> {
  const stale: string[] = [];
  for (const { path, text } of outputs) {
    if ((await readText(join(root, path))) !== text) stale.push(path);
  }
  stale.push(...(await orphansOf(outputs)));
  if (stale.length === 0) return true;
  process.stderr.write(
    `Generated files are not fresh:\n${stale.map((path) => `  ${path}\n`).join("")}Run "npm run generate".\n`,
  );
  process.exitCode = 1;
  return false;
}

async function orphansOf(outputs: readonly Output[]): Promise<string[]> {
  const wanted = new Set(outputs.map(({ path }) => path));
  const orphans: string[] = [];
  for (const folder of GENERATED_FOLDERS) {
    if (!outputs.some(({ path }) => path.startsWith(`${folder}/`))) continue;
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name).slice(root.length);
      if (entry.isFile() && !wanted.has(path)) orphans.push(path);
    }
  }
  return orphans;
}

async function readText(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch(() => undefined);
}
