/** Who may import whom: the table of `AGENTS.md`, from which the linter's configuration is generated. */
export interface Boundary {
  /** The package's name without its scope, as in `@plimsoll/core`. */
  readonly name: string;
  /** Its source files, as globs from the root. */
  readonly files: readonly string[];
  readonly mayImport: readonly string[];
  /** A pure package runs in Node, in a browser worker and in a test: no files, network, process, console, clock or chance. */
  readonly pure: boolean;
}

const basis = ["model", "syntax"];
const judges = ["core", ...basis];
const siblings = ["rules", "scan", "scap", "evidence", "release", "promote"];
const composed = [...siblings, "workspace", ...judges];

export const boundaries: readonly Boundary[] = [
  boundary("model", [], true),
  boundary("syntax", [], true),
  boundary("core", basis, true),
  ...siblings.map((name) => boundary(name, judges, true)),
  boundary("workspace", judges, false),
  boundary("cli", composed, false),
  boundary("language-server", composed, false),
  boundary("action-kit", [], false),
  boundary("testkit", ["core", "syntax"], false),
  { name: "actions", files: ["actions/*/src/**/*.ts"], mayImport: ["action-kit", ...composed], pure: false },
  { name: "extension", files: ["extension/src/**/*.ts"], mayImport: ["language-server"], pure: false },
];

function boundary(name: string, mayImport: readonly string[], pure: boolean): Boundary {
  return { name, files: [`packages/${name}/src/**/*.ts`], mayImport, pure };
}
