import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";
import { licencesOf } from "../../scripts/bundle/licences.ts";
import { dist, extension, readManifest, root, type Manifest } from "./places.ts";

/** What the manifest tells the workspace and not VS Code. */
const WORKSPACE_ONLY = ["private", "type", "scripts", "devDependencies"] as const;

/** Taken as they are. */
const COPIED = [
  "README.md",
  "CHANGELOG.md",
  "package.nls.json",
  "l10n",
  "media/icon.png",
  "media/mark.svg",
  "media/walkthrough",
];

/** Where the server's own build puts its bundles. */
const serverDist = join(root, "packages/language-server/dist");

/** Writes `dist`: the extension as VS Code loads it, and nothing else. */
async function main(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  const metafiles = [
    await bundle(["desktop", "client/desktop-client", "page/render-page"], desktop),
    await bundle(["web"], web),
  ];
  writeFileSync(join(dist, "package.json"), `${JSON.stringify(shipped(readManifest()), undefined, 2)}\n`);
  for (const name of COPIED) cpSync(join(extension, name), join(dist, name), { recursive: true });
  cpSync(join(root, "LICENSE"), join(dist, "LICENSE"));
  writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licencesOf(merged(metafiles), root));
  copyServer();
  // The packer asks for one; all that lies here is meant.
  writeFileSync(join(dist, ".vscodeignore"), "*.vsix\n");
}

async function bundle(entries: readonly string[], host: BuildOptions): Promise<Metafile> {
  const { metafile } = await build({
    ...host,
    absWorkingDir: root,
    entryPoints: entries.map((entry) => ({ in: join(extension, `src/${entry}.ts`), out: basename(entry) })),
    outdir: dist,
    bundle: true,
    format: "cjs",
    external: ["vscode"],
    minify: true,
    metafile: true,
    legalComments: "none",
    logLevel: "warning",
  });
  return metafile;
}

/** Leaves what is imported when it is needed in a file of its own. */
const lazyParts: Plugin = {
  name: "lazy-parts",
  setup: (builder) => {
    builder.onResolve({ filter: /\.ts$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path: `./${basename(path, ".ts")}.js`, external: true } : undefined,
    );
  },
};

/** The oldest VS Code that the manifest permits runs Node 20. */
const desktop: BuildOptions = {
  platform: "node",
  target: "node20",
  conditions: ["source"],
  plugins: [lazyParts],
  // `require`, which VS Code watches for the module `vscode`.
  supported: { "dynamic-import": false },
};

/** In a browser VS Code loads one file only. */
const web: BuildOptions = {
  platform: "browser",
  target: "es2022",
  conditions: ["source", "browser"],
};

/** The manifest that goes into the package. */
function shipped(manifest: Manifest): Partial<Manifest> {
  const left = new Set<string>(WORKSPACE_ONLY);
  return Object.fromEntries(Object.entries(manifest).filter(([key]) => !left.has(key)));
}

function merged(metafiles: readonly Metafile[]): Metafile {
  return { inputs: Object.assign({}, ...metafiles.map(({ inputs }) => inputs)), outputs: {} };
}

/** The browser's server, and what other packages import. */
const NOT_OF_THE_NODE_SERVER: ReadonlySet<string> = new Set(["worker.js", "protocol.js"]);

/** The server for Node with all its parts, and the one script that is the server in a browser. */
function copyServer(): void {
  const files = readdirSync(serverDist, { recursive: true, encoding: "utf8" });
  const parts = files.filter((name) => /\.(?:js|json|txt)$/u.test(name) && !NOT_OF_THE_NODE_SERVER.has(name));
  for (const name of parts) {
    mkdirSync(dirname(join(dist, "server", name)), { recursive: true });
    cpSync(join(serverDist, name), join(dist, "server", name));
  }
  writeFileSync(join(dist, "server/package.json"), `${JSON.stringify({ type: "module" })}\n`);
  cpSync(join(serverDist, "worker.js"), join(dist, "worker.js"));
  if (!existsSync(join(dist, "server/plimsoll-language-server.js")))
    throw new Error("The server was not built.");
}

await main();
