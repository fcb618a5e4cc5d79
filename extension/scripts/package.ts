import { statSync } from "node:fs";
import process from "node:process";
import { createVSIX } from "@vscode/vsce";
import { dist, vsix } from "./places.ts";

/**
 * Packs `dist` into one VSIX for all platforms. Where the sources are published is known where it is released: `PLIMSOLL_REPOSITORY`
 * names the address, or GitHub's own variables do.
 */
async function main(): Promise<void> {
  const address = repository();
  await createVSIX({
    cwd: dist,
    packagePath: vsix,
    dependencies: false,
    ...(address === undefined
      ? { allowMissingRepository: true }
      : {
          baseContentUrl: `${address}/blob/HEAD/extension`,
          baseImagesUrl: `${address}/raw/HEAD/extension`,
        }),
  });
  process.stdout.write(`${statSync(vsix).size} bytes\n`);
}

function repository(): string | undefined {
  const { PLIMSOLL_REPOSITORY: given, GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = process.env;
  if (given !== undefined && given !== "") return given;
  return server === undefined || name === undefined ? undefined : `${server}/${name}`;
}

await main();
