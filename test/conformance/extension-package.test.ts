import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX, listFiles } from "@vscode/vsce";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What `npm run build` writes; `npm test` builds first. */
const dist = fileURLToPath(new URL("../../extension/dist/", import.meta.url));
const MEGABYTE = 1024 * 1024;

describe("the package of the extension", () => {
  let scratch: string;
  let files: readonly string[];

  beforeAll(async () => {
    if (!existsSync(join(dist, "package.json"))) throw new Error("Run npm run build first.");
    scratch = mkdtempSync(join(tmpdir(), "plimsoll-vsix-"));
    files = (await listFiles({ cwd: dist })).filter((name) => name !== ".vscodeignore").sort();
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it("holds the two clients, the two servers, and what a person reads", () => {
    const parts = files.filter((name) => !/^server\/[\w-]+-[A-Z0-9]{8}\.js$/u.test(name));
    expect(parts).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "THIRD-PARTY-LICENSES.txt",
      "desktop-client.js",
      "desktop.js",
      "l10n/bundle.l10n.json",
      "media/icon.png",
      "media/mark.svg",
      "media/walkthrough/configure.md",
      "media/walkthrough/design.md",
      "media/walkthrough/fix.md",
      "media/walkthrough/reason.md",
      "media/walkthrough/sample.Dockerfile",
      "media/walkthrough/sample.md",
      "package.json",
      "package.nls.json",
      "render-page.js",
      "server/THIRD-PARTY-LICENSES.txt",
      "server/package.json",
      "server/pages.json",
      "server/plimsoll-language-server.js",
      "web.js",
      "worker.js",
    ]);
  });

  it("holds no map of the sources and nothing that was installed", () => {
    expect(files.filter((name) => /\.map$|node_modules|\.ts$|\.env/u.test(name))).toEqual([]);
    for (const name of files.filter((file) => file.endsWith(".js"))) {
      expect(readFileSync(join(dist, name), "utf8"), name).not.toContain("sourceMappingURL");
    }
  });

  it("has a manifest that VS Code loads: no module type, no scripts, nothing to install", () => {
    const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(dist, "package.json"), "utf8"));
    expect(
      Object.keys(manifest).filter((key) => /^(?:type|private|scripts|\w*[dD]ependencies)$/u.test(key)),
    ).toEqual([]);
    expect(manifest).toMatchObject({ main: "./desktop.js", browser: "./web.js" });
  });

  it("asks the editor's machine for nothing but Node, and the browser's for nothing", () => {
    const required = (name: string): readonly string[] =>
      [...readFileSync(join(dist, name), "utf8").matchAll(/\brequire\("([^"]+)"\)/gu)].map(
        ([, id = ""]) => id,
      );
    expect(new Set(required("web.js"))).toEqual(new Set(["vscode"]));
    expect(required("worker.js")).toEqual([]);
    const ours = new Set(["vscode", "./desktop-client.js", "./render-page.js"]);
    const others = [...required("desktop.js"), ...required("desktop-client.js")].filter(
      (id) => !ours.has(id),
    );
    expect(others.filter((id) => !isBuiltin(id))).toEqual([]);
  });

  it("is one package of at most 2 MB", async () => {
    const packed = join(scratch, "plimsoll.vsix");
    await createVSIX({ cwd: dist, packagePath: packed, dependencies: false, allowMissingRepository: true });
    expect(statSync(packed).size).toBeLessThan(2 * MEGABYTE);
  });
});
