import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type BuildResult, type Plugin } from "esbuild";
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

/** Packages of ours that nobody else licensed. */
const OWN_SCOPE = "@plimsoll/";

/** The terms of the MIT licence, for packages that name it and ship no text. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR
IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** The terms of the ISC licence, likewise. */
const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided
that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
`;

const TERMS: ReadonlyMap<string, string> = new Map([
  ["MIT", MIT],
  ["ISC", ISC],
]);

/** Builds `dist`: launcher, program, worker, the rules' pages, data, and the licences of what went in. */
async function main(): Promise<void> {
  rmSync(dist, { recursive: true, force: true });
  const { version } = readManifest(here);
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
    licences([...inputs.map((input) => join(root, input)), ...late]),
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

/** Names, versions and licence texts of the packages of others whose code is in the bundle. */
function licences(inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => packageFolder(input)));
  const parts = [...folders].sort().map((folder) => {
    const manifest = readManifest(folder);
    const { name, version, license = "see text" } = manifest;
    return `${name} ${version} (${license})\n\n${licenceText(folder, manifest).trim()}\n`;
  });
  return parts.join(`\n${"-".repeat(80)}\n\n`);
}

/** The package's own text, or where it ships none the standard text of the licence that it names. */
function licenceText(folder: string, { name, license, author }: Manifest): string {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry));
  if (file !== undefined) return readFileSync(join(folder, file), "utf8");
  const holder = typeof author === "string" ? author : author?.name;
  const terms = TERMS.get(license ?? "");
  if (terms === undefined || holder === undefined)
    throw new Error(`${name} ships no licence text; it cannot go into the bundle`);
  return `${license} License\n\nCopyright (c) ${holder}\n\n${terms}`;
}

/** The folder of the package that a file belongs to; none for our own. */
function packageFolder(file: string): readonly string[] {
  const path = relative(root, file).replaceAll("\\", "/");
  const at = path.lastIndexOf("node_modules/");
  if (at < 0) return [];
  const [first = "", second = ""] = path.slice(at + "node_modules/".length).split("/");
  const name = first.startsWith("@") ? `${first}/${second}` : first;
  const folder = join(root, path.slice(0, at), "node_modules", name);
  return name.startsWith(OWN_SCOPE) || !existsSync(join(folder, "package.json")) ? [] : [folder];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
}

function readManifest(folder: string): Manifest {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return manifest;
}

await main();
