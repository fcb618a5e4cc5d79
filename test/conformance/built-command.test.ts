import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const program = join(root, "packages/cli/dist/plimsoll.js");

let folder = "";

/** A repository, so that git is asked, with the example factory in it. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plimsoll-built-"));
  cpSync(join(root, "examples/factory"), folder, { recursive: true });
  writeFileSync(
    join(folder, "results.xml"),
    '<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="t"><rule-result idref="a"><result>pass</result></rule-result></TestResult>',
  );
  writeFileSync(join(folder, ".hadolint.yaml"), "ignored: [DL3008]\n");
  writeFileSync(join(folder, "scan.json"), '{"SchemaVersion": 2, "ArtifactName": "a", "Results": []}');
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
  ])
    spawnSync("git", args, { cwd: folder });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The bundle is other code than the sources that the other suites run: what is loaded late may be missing in it. */
describe("the built command (npm run build first)", () => {
  it.each([
    [["--version"], 0],
    [["--help"], 0],
    [["check"], 1],
    [["check", "--format", "json"], 1],
    [["check", "--format", "sarif", "--fail-on", "never"], 0],
    [["check", "--changed-since", "HEAD"], 2],
    [["fix", "--dry-run"], 1],
    [["explain", "dockerfile/base-image-pinned-by-digest"], 0],
    [["rules", "--compare", "hadolint"], 0],
    [["requirements"], 0],
    [["migrate", "--dry-run"], 0],
    [["schema", "configuration"], 0],
    [["scap", "read", "results.xml"], 0],
    [["scan", "merge", "scan.json"], 0],
  ])("plimsoll %j", (args, code) => {
    const run = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8" });
    expect(run.stderr).not.toContain("internal/crash");
    expect([run.status, run.status === code ? "" : run.stderr]).toEqual([code, ""]);
  });
});
