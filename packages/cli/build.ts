import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type BuildResult, type Plugin } from "esbuild";
import { licencesOfFiles } from "../../scripts/bundle/licences.ts";
import { type LatePart, planLateParts } from "./build-late-parts.ts";
import { buildLateLibraries, dataBeside, lateLibraries, type LateLibrary } from "./build-plugins.ts";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const dist = join(here, "dist");

/** What a run on ordinary files never calls: CEL beyond what our own evaluator knows, the validator of configurations, hashes of pins. */
const LATE: readonly LateLibrary[] = [
  { name: "@marcbachmann/cel-js", exports: ["Environment", "parse", "serialize"] },
  { name: "@cfworker/json-schema", exports: ["Validator"] },
  { name: "@noble/hashes/sha2.js", exports: ["sha256", "sha512"] },
  { name: "unbash", exports: ["forEachChild", "parse"] },
  { name: "re2js", exports: ["RE2JS"], dynamic: true },
];

/** Rules that a check of manifests does not need, and a check of Dockerfiles or workflows one of. */
const LATE_PARTS = ["dockerfile", "workflow", "by-profile"].map(
  (name) => `packages/rules/src/part-${name}.generated.ts`,
);

/** Builds `dist`: launcher, program, worker, the rules' pages, data, and the licences of what went in. */
async function main(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(join(here, "package.json"), "utf8"),
  );
  const define = { PLIMSOLL_VERSION: JSON.stringify(version) };
  const check = await buildCheck(define);
  const all = await buildProgram("all", define);
  const worker = await buildScript("src/worker.ts", "worker.cjs", {
    define,
    banner: {
      js: 'const PLIMSOLL_REQUIRE = require, PLIMSOLL_URL = require("node:url").pathToFileURL(__filename).href;',
    },
  });
  const hash = createHash("sha256");
  for (const name of readdirSync(dist).sort())
    if (name.endsWith(".cjs")) hash.update(readFileSync(join(dist, name)));
  await build({
    ...COMMON,
    entryPoints: [join(here, "src/launch.ts")],
    outfile: join(dist, "plimsoll.js"),
    format: "esm",
    define: { ...define, PLIMSOLL_PROGRAMS: JSON.stringify(hash.digest("hex")) },
  });
  const inputs = [...check, all, worker].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const late = await buildLateLibraries(LATE, { resolveDir: join(root, "packages/core"), outdir: dist });
  writeFileSync(join(dist, "rule-pages.json"), JSON.stringify(rulePages()));
  writeFileSync(
    join(dist, "THIRD-PARTY-LICENSES.txt"),
    licencesOfFiles([...inputs.map((input) => join(root, input)), ...late], root),
  );
  cpSync(join(root, "LICENSE"), join(dist, "LICENSE"));
}

const COMMON = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node24",
  conditions: ["source"],
  minify: true,
  // The launcher reads the program byte by byte.
  charset: "ascii",
  metafile: true,
  legalComments: "none",
  logLevel: "warning",
} as const satisfies BuildOptions;

type Define = Readonly<Record<string, string>>;
type Built = BuildResult<typeof COMMON>;

/** The program of one command, and the scripts that it loads for some files. */
async function buildCheck(define: Define): Promise<readonly Built[]> {
  const whole = await buildProgram("check", define);
  const program = "packages/cli/src/programs/check.ts";
  const { inProgram, parts } = await planLateParts(LATE_PARTS, { metafile: whole.metafile, program, root });
  return [
    await buildProgram("check", define, [inProgram]),
    ...(await Promise.all(parts.map((part) => buildPart(part, define)))),
  ];
}

/** A program that the launcher runs: a function of `module`, `require`, the program's address and what loads parts of it. */
function buildProgram(
  name: "check" | "all",
  define: Define,
  plugins: readonly Plugin[] = [],
): Promise<Built> {
  return buildScript(`src/programs/${name}.ts`, `${name}.cjs`, {
    ...wrapped("PLIMSOLL_PART"),
    define,
    plugins: [...plugins],
  });
}

function buildPart({ entry, file, plugin }: LatePart, define: Define): Promise<Built> {
  return buildScript(join(root, entry), file, { ...wrapped("PLIMSOLL_OURS"), define, plugins: [plugin] });
}

function wrapped(last: string): Pick<BuildOptions, "banner" | "footer"> {
  const js = `(function (module, PLIMSOLL_REQUIRE, PLIMSOLL_URL, ${last}) { const exports = module.exports, require = PLIMSOLL_REQUIRE;`;
  return { banner: { js }, footer: { js: "})" } };
}

/** One script of all modules; what is imported dynamically is in it too, and starts when it is imported. */
function buildScript(entry: string, file: string, options: BuildOptions): Promise<Built> {
  return build({
    ...COMMON,
    ...options,
    entryPoints: [resolve(here, entry)],
    outfile: join(dist, file),
    format: "cjs",
    // A script that is run by itself cannot import: what is loaded late is required late.
    supported: { "dynamic-import": false },
    define: { ...options.define, "import.meta.url": "PLIMSOLL_URL" },
    plugins: [...(options.plugins ?? []), dataBeside(dist), lateLibraries(LATE)],
  });
}

/** The generated page of each rule, by id, for `plimsoll explain` and for reports that carry help. */
function rulePages(): Record<string, string> {
  const folder = join(root, "docs/rules");
  const pages: Record<string, string> = {};
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const id = file.replaceAll("\\", "/").replace(/\.md$/u, "");
    if (file.endsWith(".md") && id.includes("/")) pages[id] = readFileSync(join(folder, file), "utf8");
  }
  return pages;
}

await main();
