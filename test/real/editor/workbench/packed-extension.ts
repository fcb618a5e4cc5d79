import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../../../scripts/real/set-ups/command.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

/**
 * Builds and packs the extension as it is published, and returns the package's path. What is built already is taken from turbo's cache.
 * `PLIMSOLL_VSIX` names a package to test instead, such as the one of a release.
 */
export function packedExtension(): string {
  const given = process.env["PLIMSOLL_VSIX"];
  if (given !== undefined && given !== "") return given;
  const failure = { cwd: root, code: "real/extension-not-packed", nextStep: "Run it by hand to see more." };
  const turbo = ["run", "build", "--filter=plimsoll-vscode", "--output-logs=errors-only"];
  run(join(root, "node_modules/.bin/turbo"), turbo, failure);
  run(process.execPath, ["--conditions=source", "extension/scripts/package.ts"], failure);
  return join(root, "extension/plimsoll-vscode.vsix");
}
