import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { finish, startProcess, workbench } from "./testing/command-line.ts";

const POD =
  "apiVersion: v1\nkind: Pod\nmetadata: { name: web }\nspec:\n  containers: [{ name: main, image: web, securityContext: { privileged: true } }]\n";

describe("the process", () => {
  it("ends with the exit code of the command, and writes all of a long report", async () => {
    using bench = workbench({ "a.yaml": Array.from({ length: 300 }, () => POD).join("---\n") });
    const outcome = await finish(startProcess(bench.root, ["check", "--format", "json"]));
    expect([outcome.code, outcome.stderr]).toEqual([1, ""]);
    expect(JSON.parse(outcome.stdout).findings.length).toBeGreaterThan(300);
  });

  it("reads standard input", async () => {
    using bench = workbench();
    const child = startProcess(bench.root, ["check", "-", "--stdin-path", "a.yaml", "--format", "github"]);
    child.stdin?.end(POD);
    expect((await finish(child)).stdout).toContain("file=a.yaml,line=5");
  });

  it("prints its version", async () => {
    using bench = workbench();
    expect(await finish(startProcess(bench.root, ["--version"]))).toEqual({
      code: 0,
      stdout: "0.0.0-source\n",
      stderr: "",
    });
  });

  it("ends quietly when nobody reads on", async () => {
    using bench = workbench({ "a.yaml": Array.from({ length: 300 }, () => POD).join("---\n") });
    const child = startProcess(bench.root, ["check"]);
    child.stdout?.once("data", () => child.stdout?.destroy());
    const outcome = await finish(child);
    expect([outcome.code, outcome.stderr]).toEqual([1, ""]);
  });

  it("ends on an interrupt with 130, and leaves no temporary folder", async () => {
    using temporary = workbench();
    // A renderer that never ends stands in for a long run.
    using tools = workbench({ helm: "#!/bin/sh\necho started >&2\nsleep 30\n" });
    const { chmodSync } = await import("node:fs");
    chmodSync(`${tools.root}/helm`, 0o755);
    using bench = workbench({ "chart/Chart.yaml": "name: chart\n", "chart/templates/a.yaml": "a: 1\n" });
    const child = startProcess(bench.root, ["check"], {
      PATH: `${tools.root}:${process.env["PATH"] ?? ""}`,
      TMPDIR: temporary.root,
    });
    while (!readdirSync(temporary.root).some((name) => name.startsWith("plimsoll-"))) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    child.kill("SIGINT");
    expect((await finish(child)).code).toBe(130);
    expect(readdirSync(temporary.root).filter((name) => name.startsWith("plimsoll-"))).toEqual([]);
  });
});
