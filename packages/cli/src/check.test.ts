import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { workbench, type Workbench } from "./testing/command-line.ts";

const GOOD_POD = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
`;
const BAD_POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: main
      image: web
      securityContext:
        privileged: true
`;
const PRIVILEGED = "kubernetes/containers-not-privileged";

/** Only one rule, so that a new rule does not change what these tests see. */
const ONE_RULE = "profile: pss-baseline\n";

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly file: string;
    readonly range: { readonly start: object };
  }[];
  readonly waived: readonly object[];
  readonly notChecked: readonly { readonly file?: string; readonly code: string }[];
  readonly summary: { readonly files: number };
}

async function report(bench: Workbench, ...words: string[]): Promise<Report & { readonly code: number }> {
  const outcome = await bench.plimsoll("check", "--format", "json", ...words);
  expect(outcome.stderr).toBe("");
  const parsed: Report = JSON.parse(outcome.stdout);
  return { ...parsed, code: outcome.code };
}

const found = ({ findings }: Report): readonly string[] =>
  findings.map(({ ruleId, file }) => `${file} ${ruleId}`);
const unchecked = ({ notChecked }: Report): readonly string[] =>
  notChecked.map(({ file, code }) => `${file ?? ""} ${code}`);

describe("plimsoll check", () => {
  it("ends with 0 where nothing is found and with 1 where something is", async () => {
    using bench = workbench({ "good.yaml": GOOD_POD, "plimsoll.yaml": ONE_RULE });
    expect((await report(bench)).code).toBe(0);
    bench.write({ "bad.yaml": BAD_POD });
    const bad = await report(bench);
    expect([bad.code, found(bad)]).toEqual([1, [`bad.yaml ${PRIVILEGED}`]]);
    expect(bad.findings[0]?.range.start).toEqual({ line: 10, column: 21 });
    expect((await report(bench, "good.yaml")).code).toBe(0);
    expect((await report(bench, "--fail-on", "never")).code).toBe(0);
  });

  it("takes profile, configuration and version from the command line", async () => {
    using bench = workbench({
      "bad.yaml": BAD_POD,
      "plimsoll.yaml": `${ONE_RULE}rules:\n  ${PRIVILEGED}: off\n`,
    });
    expect(found(await report(bench))).toEqual([]);
    expect(found(await report(bench, "--config", "none", "--profile", "pss-baseline"))).toEqual([
      `bad.yaml ${PRIVILEGED}`,
    ]);
    const outcome = await bench.plimsoll("check", "--kubernetes-version", "none");
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining("config/bad-version")]);
  });

  it("prints places, words and a next step for a configuration that is wrong", async () => {
    using bench = workbench({ "plimsoll.yaml": "profile: nonsense\nrulez: {}\n" });
    const outcome = await bench.plimsoll("check");
    expect(outcome.code).toBe(2);
    expect(outcome.stdout).toBe("");
    expect(outcome.stderr).toMatch(
      /^plimsoll: plimsoll\.yaml:1:10: .*\n  plimsoll\.yaml:2:1: .*\n  .*\n  \(config\/[a-z-]+\)\n$/u,
    );
  });

  it("checks standard input under a path, by name or by content", async () => {
    using bench = workbench({ "plimsoll.yaml": ONE_RULE });
    const readInput = (text: string) => ({ readInput: () => Promise.resolve(Buffer.from(text)) });
    const yaml = await bench.plimsollWith(
      readInput(BAD_POD),
      "check",
      "-",
      "--stdin-path",
      "deploy/web.yaml",
      "--format",
      "github",
    );
    expect([yaml.code, yaml.stdout]).toEqual([1, expect.stringContaining(`file=deploy/web.yaml,line=10`)]);
    const unnamed = await bench.plimsollWith(
      readInput("FROM scratch\nUSER root\n"),
      "check",
      "-",
      "--config",
      "none",
      "--format",
      "github",
    );
    expect(unnamed.stdout).toContain("file=standard-input,line=2");
    expect(unnamed.stdout).toContain("dockerfile/user-not-root");
    const pretty = await bench.plimsollWith(readInput(BAD_POD), "check", "-");
    expect(pretty.stdout).toContain("> 10 │         privileged: true");
  });

  it.each([
    [["-", "a.yaml"], Buffer.from(""), "cli/input-and-paths"],
    [["-"], Buffer.from([0xff, 0x00]), "cli/input-unreadable"],
    [["-"], Buffer.alloc(2 * 1024 * 1024 + 1, "#"), "cli/input-unreadable"],
  ])("refuses standard input with %j", async (words, input, code) => {
    using bench = workbench();
    const outcome = await bench.plimsollWith({ readInput: () => Promise.resolve(input) }, "check", ...words);
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining(`(${code})`)]);
  });

  it("checks what changed", async () => {
    using bench = workbench({ "old.yaml": BAD_POD, "plimsoll.yaml": ONE_RULE });
    const git = (...words: string[]): void => {
      const identity = ["-c", "user.name=x", "-c", "user.email=x@example.com"];
      execFileSync("git", [...identity, ...words], { cwd: bench.root });
    };
    git("init", "-qb", "main");
    git("add", ".");
    git("commit", "-qm", "one");
    bench.write({ "new.yaml": BAD_POD });
    expect(found(await report(bench, "--changed-since", "main"))).toEqual([`new.yaml ${PRIVILEGED}`]);
    const outcome = await bench.plimsoll("check", "--changed-since", "--upload-pack=x");
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining("cli/missing-value")]);
  });

  it("keeps known findings in a baseline, and names what is gone", async () => {
    using bench = workbench({ "bad.yaml": BAD_POD, "plimsoll.yaml": ONE_RULE });
    const update = await bench.plimsoll("check", "--baseline", "known.json", "--update-baseline");
    expect([update.code, update.stdout]).toEqual([0, expect.stringContaining("Wrote 1 findings")]);
    const known = await report(bench, "--baseline", "known.json");
    expect([known.code, known.findings, known.waived.length]).toEqual([0, [], 1]);
    bench.write({ "more.yaml": BAD_POD, "bad.yaml": GOOD_POD });
    const later = await report(bench, "--baseline", "known.json");
    expect(found(later)).toEqual([`more.yaml ${PRIVILEGED}`]);
    expect(unchecked(later)).toContain("known.json baseline/stale");
    expect(unchecked(await report(bench, "more.yaml", "--baseline", "known.json"))).not.toContain(
      "known.json baseline/stale",
    );
  });

  it.each([
    [["--baseline", "absent.json"], "baseline/not-found"],
    [["--update-baseline"], "cli/missing-option"],
    [["--output", "folder/"], "cli/not-written"],
    [["absent.yaml"], "path/not-found"],
    [["--format", "yaml"], "cli/unknown-format"],
  ])("refuses %j", async (words, code) => {
    using bench = workbench({ "folder/a.yaml": GOOD_POD });
    const outcome = await bench.plimsoll("check", ...words);
    expect([outcome.code, outcome.stderr]).toEqual([2, expect.stringContaining(`(${code})`)]);
  });

  it("writes several reports, with folders above them, and says the counts", async () => {
    using bench = workbench({ "bad.yaml": BAD_POD, "plimsoll.yaml": ONE_RULE });
    const outcome = await bench.plimsoll(
      "check",
      "--format",
      "sarif",
      "--output",
      "out/a.sarif",
      "--output",
      "out/b.md",
    );
    expect(outcome).toEqual({
      code: 1,
      stdout: "",
      stderr: "plimsoll: 1 errors, 0 warnings, 0 notes; 0 not checked.\n",
    });
    expect(JSON.parse(bench.read("out/a.sarif"))).toMatchObject({ version: "2.1.0" });
    expect(bench.read("out/b.md")).toContain(PRIVILEGED);
  });

  it.each(["pretty", "json", "sarif", "github", "junit", "gitlab", "markdown"])(
    "writes the format %s",
    async (format) => {
      using bench = workbench({ "bad.yaml": BAD_POD, "plimsoll.yaml": ONE_RULE });
      const outcome = await bench.plimsoll("check", "--format", format);
      expect([outcome.code, outcome.stderr]).toEqual([1, ""]);
      expect(outcome.stdout).toContain(PRIVILEGED);
    },
  );

  it("colours a terminal, unless told otherwise", async () => {
    using bench = workbench({ "bad.yaml": BAD_POD, "plimsoll.yaml": ONE_RULE });
    const coloured = async (
      environment: NodeJS.ProcessEnv,
      outputIsTerminal: boolean,
      ...words: string[]
    ): Promise<boolean> =>
      (await bench.plimsollWith({ environment, outputIsTerminal }, "check", ...words)).stdout.includes(
        "\u001b[",
      );
    expect(await coloured({}, true)).toBe(true);
    expect(await coloured({}, false)).toBe(false);
    expect(await coloured({ NO_COLOR: "1" }, true)).toBe(false);
    expect(await coloured({ NO_COLOR: "" }, true)).toBe(true);
    expect(await coloured({ FORCE_COLOR: "1" }, false)).toBe(true);
    expect(await coloured({ FORCE_COLOR: "1", NO_COLOR: "1" }, false)).toBe(false);
    expect(await coloured({ FORCE_COLOR: "0" }, true)).toBe(false);
    expect(await coloured({ TERM: "dumb" }, true)).toBe(false);
    expect(await coloured({}, true, "--no-color")).toBe(false);
  });
});
