import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const extension: string = fileURLToPath(new URL("../", import.meta.url));
export const root: string = join(extension, "..");
/** The extension as VS Code loads it. */
export const dist: string = join(extension, "dist");

/** The extension's manifest, as far as our scripts look into it. */
export interface Manifest extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
}

export function readManifest(): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(join(extension, "package.json"), "utf8"));
  return manifest;
}

/** The package that `npm run package` writes. */
export const vsix: string = join(extension, "plimsoll-vscode.vsix");
