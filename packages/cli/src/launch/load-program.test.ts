import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadProgram } from "./load-program.ts";

const PROGRAM = `(function (module, require, url) {
  module.exports = { start: async () => { require("node:fs").appendFileSync(new URL("./said", url), "ran;"); } };
})`;
const CACHE = `plimsoll-test-${process.pid}`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-launch-"));
  writeFileSync(join(folder, "program.cjs"), PROGRAM);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(kept(), { force: true });
});

function kept(): string {
  return join(getCompileCacheDir() ?? folder, CACHE);
}

async function runOnce(): Promise<void> {
  const url = pathToFileURL(join(folder, "program.cjs"));
  const program = loadProgram({ url, cache: CACHE });
  await program.run();
  program.keepCode();
}

describe("loadProgram", () => {
  it("runs the program, and keeps its code for the next run where Node keeps any", async () => {
    await runOnce();
    expect(existsSync(kept())).toBe(getCompileCacheDir() !== undefined);
    await runOnce();
    expect(readFileSync(join(folder, "said"), "utf8")).toBe("ran;ran;");
  });

  it("compiles anew where what was kept is damaged, and keeps that", async () => {
    await runOnce();
    writeFileSync(kept(), "no code");
    // Another text, since this process would still know the first.
    writeFileSync(join(folder, "program.cjs"), `${PROGRAM}\n`);
    await runOnce();
    expect(readFileSync(join(folder, "said"), "utf8")).toBe("ran;ran;");
    expect(readFileSync(kept(), "latin1")).not.toBe("no code");
  });

  it("loads a part beside the program with what the program gives it, and keeps its code too", async () => {
    const part = `${CACHE}-part.cjs`;
    writeFileSync(
      join(folder, "program.cjs"),
      `(function (module, require, url, load) {
        const { said } = load("part.cjs", { word: "given;" });
        module.exports = { start: async () => { require("node:fs").appendFileSync(new URL("./said", url), said); } };
      })`,
    );
    writeFileSync(
      join(folder, "part.cjs"),
      "(function (module, require, url, ours) { module.exports = { said: `part ${ours.word}` }; })",
    );
    await runOnce();
    await runOnce();
    expect(readFileSync(join(folder, "said"), "utf8")).toBe("part given;part given;");
    const keptPart = join(getCompileCacheDir() ?? folder, part);
    expect(existsSync(keptPart)).toBe(getCompileCacheDir() !== undefined);
    rmSync(keptPart, { force: true });
  });

  it("says which program exports none", () => {
    writeFileSync(join(folder, "program.cjs"), "(function (module) { module.exports = {}; })");
    const url = pathToFileURL(join(folder, "program.cjs"));
    expect(() => loadProgram({ url, cache: CACHE }).run()).toThrow(/program\.cjs exports no program/u);
  });
});
