import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boundaries } from "../../scripts/boundaries.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Planted {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** The linter's rule that must bite. */
  readonly rule: string;
}

const names = boundaries.map(({ name }) => name);

/** Anything that the table of boundaries does not allow is planted and must be refused. */
const forbiddenImports: readonly Planted[] = boundaries.flatMap(({ name: from, mayImport }) =>
  names
    .filter((to) => !mayImport.includes(to))
    .map((to) => ({
      name: `${from} imports ${to}`,
      file: `${folderOf(from)}/src/planted-${to}.ts`,
      text: `export { anything } from "@plimsoll/${to}";\n`,
      rule: "no-restricted-imports",
    })),
);

function folderOf(name: string): string {
  if (name === "actions") return "actions/scan";
  return name === "extension" ? name : `packages/${name}`;
}

const pure = boundaries.filter((boundary) => boundary.pure).map(({ name }) => name);

const effects: readonly Planted[] = pure.flatMap((name) => [
  plant(name, "fs", 'export { readFileSync } from "node:fs";', "no-restricted-imports"),
  plant(name, "process", "export const here: string = process.cwd();", "no-restricted-globals"),
  plant(name, "fetch", 'export const page: unknown = fetch("x");', "no-restricted-globals"),
  plant(name, "console", 'export function say(): void {\n  console.log("x");\n}', "no-console"),
  plant(name, "clock", "export const now: number = Date.now();", "no-restricted-properties"),
  plant(name, "random", "export const chance: number = Math.random();", "no-restricted-properties"),
]);

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

const budgets: readonly Planted[] = [
  plant(
    "core",
    "long-file",
    lines(301, (index) => `export const x${index}: number = ${index};`),
    "max-lines",
  ),
  plant(
    "core",
    "long-function",
    `export function long(): number {\n  let x = 0;\n${lines(60, () => "  x += 1;")}\n  return x;\n}`,
    "max-lines-per-function",
  ),
  plant(
    "core",
    "parameters",
    "export function many(a: number, b: number, c: number, d: number, e: number): number {\n  return a + b + c + d + e;\n}",
    "max-params",
  ),
  plant("core", "any", "export const x: any = 1;", "no-explicit-any"),
  plant(
    "core",
    "bang",
    "export function f(x: string | undefined): string {\n  return x!;\n}",
    "no-non-null-assertion",
  ),
  plant("core", "default", "const x = 1;\nexport default x;", "no-default-export"),
  plant(
    "core",
    "floating",
    "async function f(): Promise<void> {}\nexport function g(): void {\n  f();\n}",
    "no-floating-promises",
  ),
];

function plant(name: string, what: string, text: string, rule: string): Planted {
  return {
    name: `${name}: ${what}`,
    file: `packages/${name}/src/planted-${what}.ts`,
    text: `${text}\n`,
    rule,
  };
}

/** A copy of the linter's configuration with every violation planted, linted once. */
let output = "";
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-boundaries-"));
  for (const name of [".oxlintrc.json", "tsconfig.base.json", "package.json"]) {
    writeFileSync(join(folder, name), readFileSync(join(root, name)));
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const { file, text } of [...forbiddenImports, ...effects, ...budgets]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  for (const name of names) {
    writeFileSync(
      join(folder, folderOf(name), "tsconfig.json"),
      `{ "extends": "${name === "extension" ? ".." : "../.."}/tsconfig.base.json", "include": ["src"] }\n`,
    );
  }
  const run = spawnSync(join(root, "node_modules/.bin/oxlint"), ["--format", "json"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  output = run.stdout;
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

function bites(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const { code, filename } of (JSON.parse(output) as Report).diagnostics) {
    map.set(filename, [...(map.get(filename) ?? []), code]);
  }
  return map;
}

describe("the linter bites on every planted violation", () => {
  it.each([...forbiddenImports, ...effects, ...budgets])("$name", ({ file, rule }) => {
    expect((bites().get(file) ?? []).join(" ")).toContain(rule);
  });
});

describe("folders", () => {
  it("none is called utils, helpers or common", () => {
    const list = spawnSync("git", ["ls-files", "-co", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
    }).stdout;
    const bad = list.split("\n").filter((path) => /(^|\/)(utils|helpers|common|misc)(\/|\.)/.test(path));
    expect(bad).toEqual([]);
  });

  it("every package is in the table", () => {
    const list = spawnSync("git", ["ls-files", "packages"], { cwd: root, encoding: "utf8" }).stdout;
    const found = new Set(
      list
        .split("\n")
        .map((path) => path.split("/")[1])
        .filter((name) => name !== undefined),
    );
    expect([...found].sort()).toEqual(
      names.filter((name) => name !== "actions" && name !== "extension").sort(),
    );
  });
});
