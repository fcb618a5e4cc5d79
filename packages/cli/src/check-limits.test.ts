import { execFileSync } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { join } from "node:path";
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

describe("plimsoll check, on what people and attackers leave lying about", () => {
  it("names what it did not check", async () => {
    using outside = workbench({ "secret.yaml": BAD_POD });
    using bench = workbench({
      "binary.yaml": Buffer.from([0, 1, 2]),
      "latin.yaml": Buffer.from([0x61, 0x3a, 0xe4]),
      "large.yaml": "#".repeat(2 * 1024 * 1024 + 1),
      "compose.yml": "services: {}\n",
      "chart/Chart.yaml": "name: chart\n",
      "chart/templates/a.yaml": "a: {{ .x }}\n",
      "overlay/kustomization.yaml":
        "resources: [https://example.com/x?ref=v1.0.0]\npatches: [{ path: patch.yaml }]\n",
      "overlay/patch.yaml": BAD_POD,
    });
    symlinkSync("loop.yaml", join(bench.root, "loop.yaml"));
    symlinkSync(join(outside.root, "secret.yaml"), join(bench.root, "secret.yaml"));
    const all = await report(bench, "--no-render");
    expect([all.code, found(all)]).toEqual([0, []]);
    expect([...unchecked(all)].sort()).toEqual([
      "binary.yaml file/not-text",
      "chart/Chart.yaml helm/not-rendered",
      "chart/templates/a.yaml helm/not-rendered",
      "compose.yml yaml/not-kubernetes",
      "large.yaml file/too-large",
      "latin.yaml file/not-text",
      "loop.yaml file/broken-link",
      "overlay/kustomization.yaml kustomize/not-rendered",
      "overlay/patch.yaml kustomize/not-rendered",
      "secret.yaml file/outside-root",
    ]);
  });

  it("names a folder without anything to check", async () => {
    using bench = workbench({ "notes.txt": "" });
    expect(unchecked(await report(bench))).toEqual([" path/nothing-to-check"]);
  });

  it("stands hostile file names, and prints none raw", async () => {
    const names = ["new\nline.yaml", "-rf.yaml", "esc\u001b[31m.yaml", "東京.yaml", "a|b`c.yaml"];
    using bench = workbench({
      ...Object.fromEntries(names.map((name) => [name, BAD_POD])),
      "plimsoll.yaml": ONE_RULE,
    });
    const all = await report(bench);
    expect(all.findings.map(({ file }) => file).sort()).toEqual([...names].sort());
    const pretty = await bench.plimsoll("check");
    expect(pretty.stdout).not.toContain("\u001b");
    expect(pretty.stdout).not.toContain("new\nline");
    expect(found(await report(bench, "--", "-rf.yaml"))).toEqual([`-rf.yaml ${PRIVILEGED}`]);
  });

  it("checks many files on threads with the same outcome, in the same order", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1020 }, (_, index) => [`m${index}.yaml`, index % 10 === 0 ? BAD_POD : GOOD_POD]),
    );
    using bench = workbench({ ...files, "plimsoll.yaml": ONE_RULE });
    const all = await report(bench);
    const expected = Object.keys(files)
      .filter((_, index) => index % 10 === 0)
      .sort();
    expect(all.findings.map(({ file }) => file)).toEqual(expected);
    expect(all.summary.files).toBe(1021);
  });

  it("judges by the waivers, and in a check of some files calls none unused", async () => {
    const waiver = (id: string, path: string, expires: string): string =>
      `  - { id: ${id}, rule: ${PRIVILEGED}, scope: { paths: ["${path}"] }, category: risk-accepted, statement: s, approver: a, created: "2026-11-01", expires: "${expires}" }\n`;
    using bench = workbench({
      "bad.yaml": BAD_POD,
      "worse.yaml": BAD_POD,
      "plimsoll.yaml": ONE_RULE,
      "plimsoll-waivers.yaml": `waivers:\n${waiver("holds", "bad.yaml", "2026-12-31")}${waiver("over", "worse.yaml", "2026-11-23")}${waiver("idle", "gone.yaml", "2026-12-31")}`,
    });
    const all = await report(bench);
    expect(all.waived).toHaveLength(1);
    expect(found(all)).toEqual([
      "plimsoll-waivers.yaml waiver/not-expired",
      "plimsoll-waivers.yaml waiver/used",
      `worse.yaml ${PRIVILEGED}`,
    ]);
    const some = await report(bench, "bad.yaml");
    expect([some.code, found(some), some.waived.length]).toEqual([0, [], 1]);
  });

  it("does not write outside, does not run what lies inside", async () => {
    using bench = workbench({
      "bin/helm": "#!/bin/sh\ntouch ran\n",
      "chart/Chart.yaml": "name: chart\n",
      "chart/templates/a.yaml": "",
    });
    execFileSync("chmod", ["+x", join(bench.root, "bin/helm")]);
    const outcome = await bench.plimsollWith(
      { environment: { PATH: join(bench.root, "bin") } },
      "check",
      "--format",
      "json",
    );
    expect(outcome.stdout).toContain("helm is not on PATH");
    expect(existsSync(join(bench.root, "ran"))).toBe(false);
  });
});
