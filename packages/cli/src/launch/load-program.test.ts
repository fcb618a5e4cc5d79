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
});
