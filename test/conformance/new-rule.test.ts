import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const COPIED = [
  "package.json",
  "tsconfig.json",
  "tsconfig.base.json",
  ".oxlintrc.json",
  "vitest.config.ts",
  "scripts",
  "docs",
  "actions",
  "extension/package.json",
  "extension/package.nls.json",
  "extension/l10n",
  "extension/src",
  "packages/rules",
];

let folder = "";

/** A copy of what a rule can touch, so that the checkout stays as it is. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-new-rule-"));
  for (const name of COPIED) {
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/[/\\](dist|node_modules)([/\\]|$)/.test(path),
    });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...args: string[]): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { code: status, output: `${stdout}${stderr}` };
}

/** Path to text of every file of the copy. */
function snapshot(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of COPIED.filter((one) => !one.includes("."))) {
    for (const entry of readdirSync(join(folder, name), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile())
        files.set(path.slice(folder.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8"));
    }
  }
  return files;
}

describe("a new rule", () => {
  it.each(["kubernetes/scaffolded-container-named", "dockerfile/scaffolded-no-maintainer"])(
    "%s touches one new folder and generated files only, and its cases pass",
    (id) => {
      expect(run(process.execPath, "--conditions=source", "scripts/generate.ts")).toMatchObject({ code: 0 });
      const before = snapshot();
      expect(run(process.execPath, "--conditions=source", "scripts/new-rule.ts", id)).toMatchObject({
        code: 0,
      });
      expect(run(process.execPath, "--conditions=source", "scripts/generate.ts")).toMatchObject({ code: 0 });
      const after = snapshot();
      const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
      const own = changed.filter((path) => path.startsWith(`packages/rules/src/${id}/`));
      const others = changed.filter((path) => !own.includes(path) && !/\.generated\.ts$|^docs\//.test(path));
      expect({ own: own.length, others }).toEqual({ own: 3, others: [] });
      const tests = run(
        join(root, "node_modules/.bin/vitest"),
        "run",
        "packages/rules/src/rules.test.ts",
        "-t",
        id,
      );
      expect(tests.output).toMatch(/Tests +[1-9]\d* passed/);
      expect(tests.code, tests.output).toBe(0);
    },
    60_000,
  );

  it.each(["nothing", "kubernetes/UPPER", "elsewhere/some-rule", "kubernetes/a/b"])(
    "refuses the id %s",
    (id) => {
      const { code, output } = run(process.execPath, "--conditions=source", "scripts/new-rule.ts", id);
      expect(code).toBe(2);
      expect(output).toContain("Give an id such as");
    },
  );
});
