import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { dataAsText } from "../../packages/cli/build-plugins.ts";
import { licencesOf } from "./licences.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Makes the one script that a runner starts, `dist/index.cjs`, of the action in a folder, and the licences of what went in. */
async function bundleAction(folder: string): Promise<void> {
  const dist = join(folder, "dist");
  rmSync(dist, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(folder, "src/main.ts")],
    outfile: join(dist, "index.cjs"),
    bundle: true,
    platform: "node",
    target: "node24",
    format: "cjs",
    conditions: ["source"],
    minify: true,
    charset: "ascii",
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
    define: { "import.meta.url": "PLIMSOLL_URL" },
    banner: { js: 'const PLIMSOLL_URL = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [dataAsText],
  });
  writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licencesOf(metafile, root));
  writeFileSync(join(dist, "LICENSE"), readFileSync(join(root, "LICENSE")));
}

await bundleAction(process.cwd());
