import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type Plugin } from "esbuild";

/** Data files of the model go into a bundle as text, for bundles of one file: the model parses what is asked for. */
export const dataAsText: Plugin = {
  name: "data-as-text",
  setup(bundle) {
    bundle.onLoad({ filter: MODEL_DATA }, ({ path }) => ({
      contents: `export default ${JSON.stringify(minified(path))};`,
      loader: "js",
    }));
  },
};

const MODEL_DATA = /[\\/]model[\\/]src[\\/]data[\\/][^\\/]+\.json$/;

function minified(path: string): string {
  return JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
}

/**
 * Data files of the model lie beside the bundle and are read when they are asked for: inside it they would be loaded with every
 * start. The model parses the text that it gets.
 */
export function dataBeside(dist: string): Plugin {
  return {
    name: "data-beside",
    setup(bundle) {
      bundle.onLoad({ filter: MODEL_DATA }, ({ path }) => {
        const name = basename(path);
        mkdirSync(join(dist, "data"), { recursive: true });
        writeFileSync(join(dist, "data", name), minified(path));
        const address = `new URL(${JSON.stringify(`./data/${name}`)}, PLIMSOLL_URL)`;
        const contents = `import { readFileSync } from "node:fs"; export default () => readFileSync(${address}, "utf8");`;
        return { contents, loader: "js" };
      });
    },
  };
}

/** A library of others that few runs need. */
export interface LateLibrary {
  /** As it is imported. */
  readonly name: string;
  /** The functions and classes that our code imports from it; another name fails the build. */
  readonly exports: readonly string[];
  /** True where our code imports it dynamically, so that it may be loaded as soon as it is imported. */
  readonly dynamic?: true;
}

/** The file beside the bundle that a late library becomes. */
function lateFile(name: string): string {
  return `late-${name.replaceAll(/[^a-z0-9]+/giu, "-").replace(/^-/u, "")}.cjs`;
}

/**
 * Puts functions and classes in the place of a library that load it, in one piece and without waiting, when the first of them is
 * called. Our code imports the library as any other: that it comes late concerns this bundle only.
 */
export function lateLibraries(libraries: readonly LateLibrary[]): Plugin {
  return {
    name: "late-libraries",
    setup(bundle) {
      bundle.onResolve({ filter: /^[@a-z]/ }, ({ path }) =>
        libraries.some(({ name }) => name === path) ? { path, namespace: "late" } : undefined,
      );
      bundle.onLoad({ filter: /.*/, namespace: "late" }, ({ path }) => {
        const library = libraries.find(({ name }) => name === path);
        if (library === undefined) return undefined;
        return { contents: library.dynamic === true ? wholeOf(library) : standIn(library), loader: "js" };
      });
    },
  };
}

/** `PLIMSOLL_REQUIRE` is the `require` of the script, by a name that the bundler does not follow. */
function wholeOf({ name, exports }: LateLibrary): string {
  return `export const { ${exports.join(", ")} } = PLIMSOLL_REQUIRE("./${lateFile(name)}");`;
}

function standIn({ name, exports }: LateLibrary): string {
  const functions = exports.map(
    (each) =>
      `export function ${each}(...given) { const { ${each}: real } = load(); return new.target === undefined ? real(...given) : new real(...given); }`,
  );
  return [
    `let library;`,
    `function load() { return (library ??= PLIMSOLL_REQUIRE("./${lateFile(name)}")); }`,
    ...functions,
  ].join("\n");
}

/** Builds the file of each late library. Returns the paths of what went in. */
export async function buildLateLibraries(
  libraries: readonly LateLibrary[],
  { resolveDir, outdir }: { readonly resolveDir: string; readonly outdir: string },
): Promise<readonly string[]> {
  const builds = libraries.map(({ name, exports }) =>
    build({
      absWorkingDir: resolveDir,
      stdin: { contents: `export { ${exports.join(", ")} } from ${JSON.stringify(name)};`, resolveDir },
      outfile: `${outdir}/${lateFile(name)}`,
      bundle: true,
      format: "cjs",
      platform: "node",
      target: "node24",
      minify: true,
      metafile: true,
      legalComments: "none",
      logLevel: "warning",
    }),
  );
  const made = await Promise.all(builds);
  return made.flatMap(({ metafile }) => Object.keys(metafile.inputs).map((input) => join(resolveDir, input)));
}
