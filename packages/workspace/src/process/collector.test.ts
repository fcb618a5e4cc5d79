import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const module = new URL("./collector.ts", import.meta.url).href;

it("gives V8 only settings that it knows", () => {
  const script = `const { spareMemory } = await import(${JSON.stringify(module)}); spareMemory(); process.stdout.write("set");`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  // V8 names a setting that it does not know on the error stream and goes on.
  expect({ stdout, stderr }).toEqual({ stdout: "set", stderr: "" });
});
