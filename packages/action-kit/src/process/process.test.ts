import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { childEnvironment } from "./child-environment.ts";
import { findProgram } from "./find-program.ts";
import { runCommand, type Command } from "./run-command.ts";

const run = (script: string, more: Partial<Command> = {}) =>
  runCommand({
    program: process.execPath,
    args: ["-e", script],
    cwd: "/",
    environment: {},
    timeoutMilliseconds: 20_000,
    maximumBytes: 1000,
    ...more,
  });

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "action-kit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe("runCommand", () => {
  it("gives code, output and lines as they come", async () => {
    const lines: string[] = [];
    const outcome = await run("console.log('a\\nb'); console.error('c'); process.exitCode = 3", {
      onLine: (line) => lines.push(line),
    });
    expect(outcome).toEqual({ kind: "exited", status: 3, stdout: Buffer.from("a\nb\n"), stderr: "c\n" });
    expect(lines.sort()).toEqual(["a", "b", "c"]);
  });

  it("hands input over by the pipe, not by arguments", async () => {
    const outcome = await run("process.stdin.pipe(process.stdout)", { input: Buffer.from("secret") });
    expect(outcome).toMatchObject({ kind: "exited", status: 0, stdout: Buffer.from("secret") });
  });

  it("survives a program that does not read its input", async () => {
    const outcome = await run("process.exit(0)", { input: Buffer.alloc(4 * 1024 * 1024) });
    expect(outcome).toMatchObject({ kind: "exited", status: 0 });
  });

  it("gives no environment but the one named", async () => {
    const outcome = await run("console.log(JSON.stringify(process.env))", { environment: { A: "1" } });
    expect(outcome).toMatchObject({ stdout: Buffer.from('{"A":"1"}\n') });
  });

  it("stops a program that takes too long, with what it started", async () => {
    const file = join(temporaryFolder(), "pid");
    const outcome = await run(
      "const c = require('child_process').spawn('sleep', ['60'], { stdio: 'inherit' });" +
        `require('fs').writeFileSync(${JSON.stringify(file)}, String(c.pid)); setInterval(() => {}, 1000)`,
      { timeoutMilliseconds: 3000, environment: { PATH: process.env["PATH"] ?? "" } },
    );
    expect(outcome).toMatchObject({ kind: "timed-out" });
    const pid = Number(readFileSync(file, "utf8"));
    await expect.poll(() => isRunning(pid), { timeout: 5000 }).toBe(false);
  });

  it("stops a program that writes without end", async () => {
    const outcome = await run("const w = () => process.stdout.write('x'.repeat(1000), w); w()");
    expect(outcome).toMatchObject({ kind: "too-large", stdout: Buffer.from("x".repeat(1000)) });
  });

  it("says why a program does not start", async () => {
    const outcome = await run("", { program: "/no/such/program" });
    expect(outcome).toMatchObject({ kind: "not-started", reason: expect.stringContaining("ENOENT") });
  });
});

/** Nobody reaps orphans in a container, so a dead process may stay as a zombie. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/mu.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

describe("childEnvironment", () => {
  const own = {
    PATH: "/bin",
    HOME: "/root",
    HTTPS_PROXY: "http://user:word@proxy",
    GITHUB_TOKEN: "t",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "t",
    ACTIONS_ID_TOKEN_REQUEST_URL: "u",
    ACTIONS_RUNTIME_TOKEN: "t",
    AWS_SECRET_ACCESS_KEY: "k",
    INPUT_TOKEN: "t",
    NODE_OPTIONS: "--require x",
    LD_PRELOAD: "x",
    BASH_ENV: "x",
  };

  it("keeps what programs need to start, and nothing else", () => {
    expect(childEnvironment(own)).toEqual({ PATH: "/bin", HOME: "/root", LC_ALL: "C.UTF-8" });
  });

  it("gives proxies to those that reach out, and what is set", () => {
    expect(childEnvironment(own, { network: true, set: { A: "1", HOME: "/h" } })).toEqual({
      PATH: "/bin",
      HOME: "/h",
      HTTPS_PROXY: "http://user:word@proxy",
      LC_ALL: "C.UTF-8",
      A: "1",
    });
  });
});

it("finds programs in named folders and on PATH, never in the workspace", () => {
  const folder = temporaryFolder();
  for (const part of ["tools", "path", "workspace/bin"]) {
    mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, part, "tool"), "");
    chmodSync(join(folder, part, "tool"), 0o755);
  }
  writeFileSync(join(folder, "path", "data"), "");
  const notInside = join(folder, "workspace");
  const path = [join(folder, "workspace/bin"), "relative", join(folder, "path")].join(":");
  expect(findProgram("tool", { path, notInside })).toBe(join(folder, "path/tool"));
  expect(findProgram("tool", { path, notInside, folders: [join(folder, "tools")] })).toBe(
    join(folder, "tools/tool"),
  );
  expect(findProgram("data", { path, notInside })).toBeUndefined();
  expect(findProgram("tool", { path: undefined, notInside })).toBeUndefined();
});
