import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Outside the checkout, so that a fresh clone finds what an earlier one built. */
export function cacheFolder(): string {
  const base = process.env["XDG_CACHE_HOME"];
  return join(base === undefined || base === "" ? join(homedir(), ".cache") : base, "plimsoll");
}

/** The folder of one version of a tool. */
export function folderOf(tool: string, version: string): string {
  return join(cacheFolder(), `${tool}-${version}`);
}

const STAMP = "stamp.json";

/** Whether the folder was finished, by the same recipe. A folder that was left half done has no stamp. */
export function isStamped(folder: string, recipe: string): boolean {
  const stamp = join(folder, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === stampOf(recipe);
}

/**
 * Fills a folder beside the wanted one and puts it in its place when it is finished, so that an interrupted or a second run
 * never leaves or sees half of it.
 */
export function fill(folder: string, recipe: string, make: (scratch: string) => void): void {
  mkdirSync(cacheFolder(), { recursive: true });
  const scratch = mkdtempSync(`${folder}.part-`);
  try {
    make(scratch);
    writeFileSync(join(scratch, STAMP), stampOf(recipe));
    rmSync(folder, { recursive: true, force: true });
    renameSync(scratch, folder);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function stampOf(recipe: string): string {
  return `${JSON.stringify({ recipe })}\n`;
}
