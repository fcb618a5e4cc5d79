import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { boundaries, type Boundary } from "../boundaries.ts";
import { root, type Output } from "./outputs.ts";

const path = ".oxlintrc.json";

const nodeModules = [
  "node:*",
  "fs",
  "fs/*",
  "path",
  "os",
  "child_process",
  "crypto",
  "http",
  "https",
  "net",
  "url",
  "util",
  "worker_threads",
  "process",
  "module",
];

const globals = [
  "process",
  "console",
  "fetch",
  "setTimeout",
  "setInterval",
  "Buffer",
  "performance",
  "__dirname",
  "globalThis",
  "window",
  "document",
  "self",
];

interface Override {
  readonly files: readonly string[];
}

/** The linter's configuration, its overrides by package written from the table of boundaries; the rest stays as it is. */
export async function lintBoundaries(): Promise<Output> {
  const configuration = JSON.parse(await readFile(join(root, path), "utf8")) as {
    overrides: readonly Override[];
  };
  const generated = boundaries.map(overrideOf);
  const ours = new Set(generated.map(({ files }) => files.join()));
  const others = configuration.overrides.filter(({ files }) => !ours.has(files.join()));
  return {
    path,
    text: `${JSON.stringify({ ...configuration, overrides: [...generated, ...others] }, null, 2)}\n`,
  };
}

function overrideOf(boundary: Boundary): Override {
  const restrictedImports = ["error", { patterns: importPatterns(boundary) }];
  const rules = {
    "no-restricted-imports": restrictedImports,
    ...(boundary.pure ? effectRules(boundary.name) : {}),
  };
  return Object.assign({ files: boundary.files, excludeFiles: ["**/*.test.ts", "**/testing/**"] }, { rules });
}

function importPatterns({ name, mayImport, pure }: Boundary): readonly object[] {
  const refused = boundaries
    .map((other) => other.name)
    .filter((other) => other !== name && !mayImport.includes(other));
  const scoped = refused.map((other) => `@plimsoll/${other}`);
  const allowed = mayImport.length === 0 ? "nothing of ours" : mayImport.join(", ");
  return [
    {
      group: [...scoped, ...scoped.map((other) => `${other}/*`)],
      message: `${name} may import only: ${allowed} (AGENTS.md, who may import whom).`,
    },
    {
      group: [`@plimsoll/${name}`, `@plimsoll/${name}/*`],
      message: "A package does not import its own entry file.",
    },
    { group: ["**/packages/*", "../../../../*/src/**"], message: "Import another package by its name." },
    ...(pure
      ? [
          {
            group: nodeModules,
            message: `${name} runs in a browser worker: take what it needs through a parameter or a port.`,
          },
        ]
      : []),
  ];
}

function effectRules(name: string): object {
  const message = `${name} has no effects: pass it in.`;
  return {
    "no-restricted-globals": ["error", ...globals.map((global) => ({ name: global, message }))],
    "no-restricted-properties": [
      "error",
      { object: "Date", property: "now", message: "The clock is passed in." },
      { object: "Math", property: "random", message: "Random numbers are passed in." },
    ],
    "no-console": "error",
  };
}
