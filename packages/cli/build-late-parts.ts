import { join, relative } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";

/** Modules of ours, with all that only they import, that few runs of a program need: each becomes a script of its own. */
export interface LateParts {
  /** What stands in the place of these modules inside the program. */
  readonly inProgram: Plugin;
  readonly parts: readonly LatePart[];
}

/** One such script. */
export interface LatePart {
  /** The module, relative to the root of the project. */
  readonly entry: string;
  /** Name of the script's file. */
  readonly file: string;
  /** Takes what the program has from the program, so that there is one of each. */
  readonly plugin: Plugin;
}

/** By module of the program: the names that a part imports from it. */
type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * Finds out what of a program only its late modules need. `metafile` is that of the program in one piece; paths in it are relative to
 * `root`. What two of the late modules need stays in the program.
 */
export async function planLateParts(
  entries: readonly string[],
  {
    metafile,
    program,
    root,
  }: { readonly metafile: Metafile; readonly program: string; readonly root: string },
): Promise<LateParts> {
  const kept = new Set(reachable(metafile, [program], new Set(entries)));
  const own = entries.map((entry) => reachable(metafile, [entry], new Set(kept)));
  for (const modules of own)
    for (const path of modules) if (own.filter((others) => others.has(path)).length > 1) kept.add(path);
  const parts = entries.map((entry) => ({
    entry,
    file: fileOf(entry),
    plugin: takesFromProgram(kept, root),
  }));
  const imports = await Promise.all(entries.map((entry) => importsOf(entry, kept, root)));
  return {
    inProgram: standIns(new Map(entries.map((entry, index) => [entry, imports[index] ?? new Map()])), root),
    parts,
  };
}

function fileOf(entry: string): string {
  const name = entry.slice(entry.lastIndexOf("/") + 1).split(".", 1)[0] ?? "";
  return `${name}.cjs`;
}

/** All modules that those import, directly or not, without going into `closed`. */
function reachable(metafile: Metafile, from: readonly string[], closed: ReadonlySet<string>): Set<string> {
  const found = new Set(from);
  for (const path of found)
    for (const { path: imported } of metafile.inputs[path]?.imports ?? [])
      if (!closed.has(imported) && metafile.inputs[imported] !== undefined) found.add(imported);
  return found;
}

const OURS = "ours";

/** In a part: modules of the program come from the program. */
function takesFromProgram(kept: ReadonlySet<string>, root: string): Plugin {
  return {
    name: "takes-from-program",
    setup(bundle) {
      resolveKept(bundle, kept, root, (path) => ({ path, namespace: OURS }));
      bundle.onLoad({ filter: /.*/, namespace: OURS }, ({ path }) => ({
        contents: `module.exports = PLIMSOLL_OURS[${JSON.stringify(path)}];`,
        loader: "js",
      }));
    },
  };
}

/** What a part imports from the modules of the program, as the bundler writes it. */
async function importsOf(entry: string, kept: ReadonlySet<string>, root: string): Promise<Imports> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, entry)],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    conditions: ["source"],
    logLevel: "warning",
    plugins: [
      {
        name: "external",
        setup: (bundle) =>
          resolveKept(bundle, kept, root, (path) => ({ path: `${OURS}:${path}`, external: true })),
      },
    ],
  });
  return namesOf(outputFiles[0]?.text ?? "");
}

/** Named imports are all that our modules have; another kind would be missing when the part runs, so it ends the build. */
function namesOf(text: string): Imports {
  const imports = new Map<string, readonly string[]>();
  for (const [statement, names, path = ""] of text.matchAll(
    /^(?:import|export) (?:\{([^}]*)\} from |[^"{}]* from )?"ours:([^"]*)";$/gmu,
  )) {
    if (names === undefined || statement.startsWith("export"))
      throw new Error(`a part of the program cannot take this from it: ${statement}`);
    const imported = names.split(",").map((name) => name.trim().split(" ", 1)[0] ?? "");
    imports.set(path, [...new Set([...(imports.get(path) ?? []), ...imported])].sort());
  }
  return imports;
}

type Resolved = Readonly<{ path: string; namespace: string } | { path: string; external: true }>;

function resolveKept(
  bundle: Parameters<Plugin["setup"]>[0],
  kept: ReadonlySet<string>,
  root: string,
  to: (path: string) => Resolved,
): void {
  bundle.onResolve({ filter: /.*/ }, async ({ path, pluginData, ...from }) => {
    if (pluginData === OURS || from.kind === "entry-point") return undefined;
    const { path: absolute, namespace, errors } = await bundle.resolve(path, { ...from, pluginData: OURS });
    if (errors.length > 0 || namespace !== "file") return undefined;
    const module = relative(root, absolute).replaceAll("\\", "/");
    return kept.has(module) ? to(module) : undefined;
  });
}

/** In the program: a late module loads its script, and hands it what the script takes from the program. */
function standIns(late: ReadonlyMap<string, Imports>, root: string): Plugin {
  return {
    name: "late-parts",
    setup(bundle) {
      bundle.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const entry = relative(root, path).replaceAll("\\", "/");
        const imports = late.get(entry);
        return imports === undefined ? undefined : { contents: standIn(entry, imports, root), loader: "js" };
      });
    },
  };
}

/** All late modules of ours export their rules. */
function standIn(entry: string, imports: Imports, root: string): string {
  const modules = [...imports].map(([path, names], index) => ({ path, names, index }));
  const local = (name: string, index: number): string => `${name}_${index}`;
  const statements = modules.map(
    ({ path, names, index }) =>
      `import { ${names.map((name) => `${name} as ${local(name, index)}`).join(", ")} } from ${JSON.stringify(join(root, path))};`,
  );
  const entries = modules.map(
    ({ path, names, index }) =>
      `${JSON.stringify(path)}: { ${names.map((name) => `${JSON.stringify(name)}: ${local(name, index)}`).join(", ")} }`,
  );
  return [
    ...statements,
    `export const { rules } = PLIMSOLL_PART(${JSON.stringify(fileOf(entry))}, { ${entries.join(", ")} });`,
  ].join("\n");
}
