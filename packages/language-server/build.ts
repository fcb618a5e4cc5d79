import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type Metafile } from "esbuild";
import { licencesOf } from "../../scripts/bundle/licences.ts";
import { dataAsText } from "../cli/build-plugins.ts";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const dist = join(here, "dist");

/** Builds `dist`: the server for Node in parts, the server for a browser's worker in one file, the pages that both show, licences and types. */
async function main(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  const metafiles = [await bundle(forNode), await bundle(forWorker), await bundle(protocol)];
  writeFileSync(join(dist, "pages.json"), JSON.stringify(pages()));
  const inputs = Object.assign({}, ...metafiles.map((metafile) => metafile.inputs));
  writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licencesOf({ inputs, outputs: {} }, root));
  cpSync(join(root, "LICENSE"), join(dist, "LICENSE"));
  // Clients import the protocol's types; the server itself has none.
  execFileSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json"],
    {
      cwd: here,
      stdio: "inherit",
    },
  );
}

async function bundle(options: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({ ...common, ...options, metafile: true });
  return metafile;
}

const manifest: { readonly version: string } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  plugins: [dataAsText],
  define: { PLIMSOLL_VERSION: JSON.stringify(manifest.version) },
} as const satisfies BuildOptions;

/** The oldest VS Code that the extension permits decides the target. */
const forNode: BuildOptions = {
  entryPoints: [{ in: join(here, "src/hosts/node.ts"), out: "plimsoll-language-server" }],
  outdir: dist,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  conditions: ["source"],
  chunkNames: "[name]-[hash]",
  // Packages of the protocol are CommonJS and ask for Node's modules by `require`.
  banner: {
    js: 'import { createRequire as plimsollCreateRequire } from "node:module"; const require = plimsollCreateRequire(import.meta.url);',
  },
};

const forWorker: BuildOptions = {
  entryPoints: [{ in: join(here, "src/hosts/worker.ts"), out: "worker" }],
  outdir: dist,
  format: "iife",
  platform: "browser",
  target: "es2022",
  conditions: ["source", "browser"],
  // VS Code starts a worker from a blob, whose location is no address: a library that makes one of it would fail there.
  define: { ...common.define, "self.location": "undefined" },
};

const protocol: BuildOptions = {
  entryPoints: [{ in: join(here, "src/protocol.ts"), out: "protocol" }],
  outdir: dist,
  format: "esm",
  platform: "neutral",
  target: "es2022",
};

/** The generated pages by `rules/<id>` and `requirements/<id>`. */
function pages(): Record<string, string> {
  const found: Record<string, string> = {};
  for (const kind of ["rules", "requirements"]) {
    const folder = join(root, "docs", kind);
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
      const name = file.replaceAll("\\", "/");
      if (!name.endsWith(".md") || name === "README.md") continue;
      found[`${kind}/${name.slice(0, -".md".length)}`] = readFileSync(join(folder, file), "utf8");
    }
  }
  return found;
}

await main();
