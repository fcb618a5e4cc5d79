import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, type Plugin } from "esbuild";

/** Data files of the model go into the bundle as text, which costs a start nothing; the model parses what is asked for. */
export const dataAsText: Plugin = {
  name: "data-as-text",
  setup(bundle) {
    bundle.onLoad({ filter: /[\\/]model[\\/]src[\\/]data[\\/][^\\/]+\.json$/ }, ({ path }) => {
      const text = JSON.stringify(JSON.parse(readFileSync(path, "utf8")));
      return { contents: `export default ${JSON.stringify(text)};`, loader: "js" };
    });
  },
};

/**
 * Asks Node for its own modules instead of importing them: an import reads every name that a module has, among them those that load
 * the rest of it when they are read, such as the promises of the file system.
 */
export const builtinsOnDemand: Plugin = {
  name: "builtins-on-demand",
  setup(bundle) {
    bundle.onResolve({ filter: /^node:/ }, ({ path }) => ({
      path,
      namespace: "builtin",
      sideEffects: false,
    }));
    bundle.onLoad({ filter: /.*/, namespace: "builtin" }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
      loader: "js",
    }));
  },
};

/** A library of others that few runs need. */
export interface LateLibrary {
  /** As it is imported. */
  readonly name: string;
  /** The functions and classes that our code imports from it; another name fails the build. */
  readonly exports: readonly string[];
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
        return { contents: standIn(path, library?.exports ?? []), loader: "js" };
      });
    },
  };
}

function standIn(name: string, exports: readonly string[]): string {
  const functions = exports.map(
    (each) =>
      `export function ${each}(...given) { const { ${each}: real } = load(); return new.target === undefined ? real(...given) : new real(...given); }`,
  );
  return [
    `import nodeModule from "node:module";`,
    `let library;`,
    `function load() { return (library ??= nodeModule.createRequire(import.meta.url)("./${lateFile(name)}")); }`,
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

/**
 * Puts into one file what every run loads. A bundler that splits makes a file of the modules that the same entries reach, and each
 * command and format that is loaded later reaches others, so a start would read some thirty small files; a file costs a third of a
 * millisecond whatever it holds. Here each of them reaches all of `files`, which changes nothing, since they are loaded by then.
 */
export function oneHotFile(files: readonly string[], entries: readonly string[]): Plugin {
  return {
    name: "one-hot-file",
    setup(bundle) {
      const late = new Set(entries);
      bundle.onResolve({ filter: /.*/ }, async ({ path, kind, pluginData, ...from }) => {
        if (path === HOT) return { path, namespace: HOT, sideEffects: true };
        if (kind !== "dynamic-import" || pluginData === HOT) return undefined;
        const { importer, resolveDir } = from;
        const found = await bundle.resolve(path, { importer, resolveDir, kind, pluginData: HOT });
        if (found.namespace === "file" && !found.path.includes("node_modules")) late.add(found.path);
        return { ...found, pluginData: undefined };
      });
      bundle.onLoad({ filter: /.*/, namespace: HOT }, () => ({
        contents: files.map((file) => `import ${JSON.stringify(file)};`).join("\n"),
        resolveDir: dirname(files[0] ?? ""),
      }));
      bundle.onLoad({ filter: /\.ts$/ }, ({ path }) =>
        late.has(path) && !files.includes(path)
          ? { contents: `import ${JSON.stringify(HOT)};\n${readFileSync(path, "utf8")}`, loader: "ts" }
          : undefined,
      );
    },
  };
}

const HOT = "plimsoll-hot";

/** Lets the program load each file of its bundle as `main.ts` says; a worker thread, which has no such function, just imports it. */
export function loadThroughProgram(dist: string): void {
  for (const file of readdirSync(dist).filter((name) => name.endsWith(".js"))) {
    const path = join(dist, file);
    const text = readFileSync(path, "utf8");
    const changed = text.replaceAll(
      /\bimport\(("\.\/[\w.-]+\.js")\)/g,
      (plain) => `(globalThis.plimsollLoad?.(()=>${plain})??${plain})`,
    );
    if (changed !== text) writeFileSync(path, changed);
  }
}
