import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { dataAsText } from "../../packages/cli/build-plugins.ts";

/** The repository's root. */
export const root: string = fileURLToPath(new URL("../..", import.meta.url));

/** Makes one script of the action in a folder, as a runner starts it. Returns what went in. */
export async function bundleAction(folder: string, outfile: string): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(folder, "src/main.ts")],
    outfile,
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
  return metafile;
}
