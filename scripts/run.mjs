// Sets up and runs the repository's commands: start, test, test:real, bench, conformance.
// Plain JavaScript for Node 20, because it runs before anything is installed; it goes on under the pinned Node.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const script = fileURLToPath(import.meta.url);
const root = dirname(dirname(script));
const bin = join(root, "node_modules", ".bin");
const pinnedNode = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);
const cli = join(root, "packages", "cli", "dist", "plimsoll.js");

const environment = {
  ...process.env,
  PATH: [bin, process.env["PATH"] ?? ""].join(delimiter),
  TURBO_TELEMETRY_DISABLED: "1",
  TURBO_NO_UPDATE_NOTIFIER: "1",
  DO_NOT_TRACK: "1",
};

/** Runs a program of the repository. Returns the exit code. */
function run(command, args, { cwd = root, env = environment, stdio = "inherit" } = {}) {
  const shell = process.platform === "win32" && command !== process.execPath;
  const result = spawnSync(command, args, { cwd, env, shell, stdio, maxBuffer: 1 << 28 });
  if (result.error !== undefined) process.stderr.write(`${command}: ${result.error.message}\n`);
  const code = result.status ?? 1;
  if (code !== 0) for (const output of [result.stdout, result.stderr]) process.stderr.write(output ?? "");
  return code;
}

/** The same, with its output shown only where it fails. */
function runQuietly(command, args) {
  return run(command, args, { stdio: "pipe" });
}

/** Whether node_modules holds what the lock file asks for. */
function isInstalled() {
  const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8")).packages;
  if (!existsSync(join(root, "node_modules", ".package-lock.json")) || !existsSync(pinnedNode)) return false;
  const wanted = read("package-lock.json");
  const present = read("node_modules/.package-lock.json");
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (!path.includes("node_modules/") || link === true) return true;
    return present[path] === undefined ? optional === true : present[path].version === version;
  });
}

function install() {
  process.stderr.write("Installing (npm ci) …\n");
  const npm = process.env["npm_execpath"];
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = npm === undefined ? runQuietly("npm", args) : runQuietly(process.execPath, [npm, ...args]);
  if (code !== 0) process.exit(code);
}

/** Goes on under the pinned Node, with the same arguments. */
function goOnPinned() {
  const env = { ...environment, PLIMSOLL_PINNED_NODE: "1" };
  process.exit(run(pinnedNode, [script, ...process.argv.slice(2)], { cwd: process.cwd(), env }));
}

const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

/** Checks and tests that passed and failed so far. */
const total = { passed: 0, failed: 0 };

/** One check of the repository: passes or fails as a whole. */
function step(name, command, args) {
  const start = performance.now();
  const code = runQuietly(command, args);
  total[code === 0 ? "passed" : "failed"] += 1;
  process.stdout.write(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds(start)})\n`);
}

/** A run of vitest; each of its tests counts. */
function suite(name, args) {
  const start = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "plimsoll-tests-"));
  const report = join(folder, "report.json");
  const code = run("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...args,
  ]);
  const counts = countTests(report, code);
  rmSync(folder, { recursive: true, force: true });
  total.passed += counts.passed;
  total.failed += counts.failed;
  process.stdout.write(`${counts.failed === 0 ? "ok    " : "FAILED"} ${name} (${seconds(start)})\n`);
}

/** A file that could not be loaded, or a run that ended badly, is a failure too. */
function countTests(report, code) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const broken = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  const failed = numFailedTests + broken.length;
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function conclude() {
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

function start(args) {
  const built = runQuietly("turbo", ["run", "build", "--filter=@plimsoll/cli", "--output-logs=errors-only"]);
  if (built !== 0) return built;
  if (args.length > 0) return run(pinnedNode, [cli, ...args], { cwd: process.env["INIT_CWD"] ?? root });
  const code = run(pinnedNode, [cli, "check", "examples/factory"]);
  // The example has findings on purpose: showing them is a success.
  return code === 1 ? 0 : code;
}

function test() {
  step("build", "turbo", ["run", "build", "--output-logs=errors-only"]);
  step("lint", "oxlint", ["--deny-warnings"]);
  step("format", "oxfmt", ["--check"]);
  step("types", "tsc", ["-p", "tsconfig.json"]);
  step("generated files", pinnedNode, ["--conditions=source", "scripts/generate.ts", "--check"]);
  suite("tests", []);
  return conclude();
}

function testReal() {
  step("build", "turbo", ["run", "build", "--filter=@plimsoll/cli", "--output-logs=errors-only"]);
  const ready = run(pinnedNode, ["--conditions=source", "scripts/real/setup.mjs"]);
  total[ready === 0 ? "passed" : "failed"] += 1;
  suite("tests against real parts", ["--config", "vitest.real.config.ts"]);
  return conclude();
}

function module(file) {
  return (args) => run(pinnedNode, ["--conditions=source", file, ...args]);
}

const commands = new Map([
  ["start", start],
  ["test", test],
  ["test:real", testReal],
  ["bench", module("test/bench/run.ts")],
  ["conformance", module("test/conformance/run.ts")],
]);

const [name = "", ...args] = process.argv.slice(2);
const command = commands.get(name);
if (command === undefined) {
  process.stderr.write(`Give one of ${[...commands.keys()].join(", ")}.\n`);
  process.exit(2);
}
if (!isInstalled()) install();
if (process.env["PLIMSOLL_PINNED_NODE"] === undefined) goOnPinned();
process.exitCode = command(args);
