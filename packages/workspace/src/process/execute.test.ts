import { describe, expect, it } from "vitest";
import { execute, firstErrorLine } from "./execute.ts";

const node = (
  script: string,
  limits: { readonly timeoutMilliseconds?: number; readonly maximumBytes?: number } = {},
) =>
  execute({
    command: process.execPath,
    args: ["-e", script],
    cwd: "/",
    environment: { GIVEN: "yes" },
    timeoutMilliseconds: 10_000,
    maximumBytes: 1000,
    ...limits,
  });

describe("execute", () => {
  it("gives exit code and output", async () => {
    const outcome = await node(
      "process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3",
    );
    expect(outcome).toEqual({ kind: "exited", status: 3, stdout: Buffer.from("out"), stderr: "err" });
  });

  it("passes on no environment but the one given", async () => {
    const outcome = await node("process.stdout.write(Object.keys(process.env).join())");
    expect(outcome).toMatchObject({ stdout: Buffer.from("GIVEN") });
  });

  it("stops a program that takes too long", async () => {
    const outcome = await node("setInterval(() => {}, 1000)", { timeoutMilliseconds: 200 });
    expect(outcome).toEqual({ kind: "timed-out", stderr: "" });
  });

  it("stops a program that writes without end", async () => {
    const outcome = await node("const write = () => process.stdout.write('x'.repeat(1000), write); write()");
    expect(outcome).toMatchObject({ kind: "too-large" });
  });

  it("ends even when a grandchild keeps the output open", async () => {
    const script =
      "require('child_process').spawn('sleep', ['30'], { stdio: 'inherit' }); setInterval(() => {}, 1000)";
    const outcome = await execute({
      command: process.execPath,
      args: ["-e", script],
      cwd: "/",
      environment: { PATH: process.env["PATH"] ?? "" },
      timeoutMilliseconds: 300,
      maximumBytes: 1000,
    });
    expect(outcome).toMatchObject({ kind: "timed-out" });
  });

  it("says why a program does not start", async () => {
    const outcome = await execute({
      command: "/no/such/program",
      args: [],
      cwd: "/",
      environment: {},
      timeoutMilliseconds: 1000,
      maximumBytes: 1000,
    });
    expect(outcome).toMatchObject({ kind: "not-started", reason: expect.stringContaining("ENOENT") });
  });
});

describe("firstErrorLine", () => {
  it.each([
    ["Error: chart is broken\nmore", "Error: chart is broken"],
    ["warning: old\nwalk.go:75: found symbolic link\nError: x", "Error: x"],
    ["# Warning\nsomething else\n", "something else"],
    ["", "it printed no error"],
  ])("of %j is %j", (stderr, expected) => {
    expect(firstErrorLine(stderr)).toBe(expected);
  });
});
