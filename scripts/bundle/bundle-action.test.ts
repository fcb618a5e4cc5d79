import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bundleAction, root } from "./bundle-action.ts";

/** Milliseconds of processor time from the start of Node to the end of a run that stops at its inputs. */
const BUDGET = 300;
const RUNS = 7;

const actions = readdirSync(join(root, "actions")).filter((name) =>
  existsSync(join(root, "actions", name, "src/main.ts")),
);
const folder = mkdtempSync(join(tmpdir(), "bundle-action-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const meter = join(folder, "meter.cjs");
writeFileSync(
  meter,
  `process.on("exit", () => { const { user, system } = process.cpuUsage(); require("fs").writeFileSync(process.env.METER, String((user + system) / 1000)); });`,
);

/** Runs a bundle as a runner does, with an input that it does not know. */
function start(script: string): {
  readonly milliseconds: number;
  readonly output: string;
  readonly log: string;
} {
  const files = {
    output: join(folder, "output"),
    summary: join(folder, "summary"),
    meter: join(folder, "meter"),
  };
  for (const file of Object.values(files)) writeFileSync(file, "");
  const { stdout, status } = spawnSync(process.execPath, ["--require", meter, script], {
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      METER: files.meter,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      INPUT_NO_SUCH_INPUT: "1",
    },
  });
  expect(status).toBe(1);
  return {
    milliseconds: Number(readFileSync(files.meter, "utf8")),
    output: readFileSync(files.output, "utf8"),
    log: stdout,
  };
}

describe.each(actions)("the bundle of %s", (name) => {
  it("starts as a runner starts it, quickly, and names what is wrong", async () => {
    const script = join(folder, `${name}.cjs`);
    await bundleAction(join(root, "actions", name), script);
    const runs = Array.from({ length: RUNS }, () => start(script));
    expect(runs[0]?.log).toContain(
      "::error::error: input/invalid: Inputs are wrong: there is no input no_such_input",
    );
    expect(runs[0]?.output).toMatch(/^result<<(\S+)\nerror\n\1\n$/mu);
    expect(Math.min(...runs.map(({ milliseconds }) => milliseconds))).toBeLessThan(BUDGET);
  });

  it("has a main that holds no logic", () => {
    const main = readFileSync(join(root, "actions", name, "src/main.ts"), "utf8");
    expect(main.split("\n").length).toBeLessThanOrEqual(26);
  });
});
