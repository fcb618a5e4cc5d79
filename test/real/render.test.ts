import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Charts and overlays rendered by the real helm and kustomize, found on PATH as users have them. Without them these tests fail. */
const main = fileURLToPath(new URL("../../packages/cli/src/main.ts", import.meta.url));
const example = fileURLToPath(new URL("../../examples/factory", import.meta.url));

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly problem: string;
    readonly file: string;
    readonly range: { readonly start: { readonly line: number; readonly column: number } };
    readonly related: readonly { readonly file: string; readonly message: string }[];
    readonly fixes: readonly object[];
  }[];
  readonly notChecked: readonly { readonly file?: string; readonly code: string; readonly reason: string }[];
}

function check(folder: string, ...words: string[]): Report {
  const run = spawnSync(
    process.execPath,
    ["--conditions=source", main, "check", ".", "--format", "json", ...words],
    {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  expect([run.status, run.stderr]).toEqual([expect.toSatisfy((status) => status === 0 || status === 1), ""]);
  return JSON.parse(run.stdout);
}

const rows = ({ findings }: Report, folder: string): readonly string[] =>
  findings
    .filter(({ file }) => file.startsWith(folder))
    .map(
      ({ ruleId, file, range }) =>
        `${file.slice(folder.length)}:${range.start.line}:${range.start.column} ${ruleId}`,
    );

let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "plimsoll-render-")));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own for a test. */
function scratch(name: string): string {
  const path = join(folder, name);
  execFileSync("mkdir", ["-p", path]);
  return path;
}

describe("the example factory", () => {
  it("has its findings where a person edits", () => {
    const copy = scratch("factory");
    cpSync(example, copy, { recursive: true });
    const report = check(copy);
    expect(report.notChecked.filter(({ code }) => code.endsWith("not-rendered"))).toEqual([]);
    expect(rows(report, "charts/tile-cache/")).toEqual(
      expect.arrayContaining([
        "templates/deployment.yaml:19:16 kubernetes/host-pid-not-shared",
        "templates/deployment.yaml:27:18 kubernetes/image-from-approved-source",
        "templates/deployment.yaml:28:11 kubernetes/root-filesystem-read-only",
        "templates/deployment.yaml:30:11 kubernetes/memory-limit-set",
      ]),
    );
    const image = report.findings.find(
      ({ file, ruleId }) => file.startsWith("charts/") && ruleId.endsWith("image-from-approved-source"),
    );
    expect(image?.related.map(({ file, message }) => [file, message])).toEqual([
      ["charts/tile-cache/values.yaml", "The value .Values.image.repository is set here"],
      ["charts/tile-cache/values.yaml", "The value .Values.image.tag is set here"],
    ]);
    expect(rows(report, "deploy/")).toEqual(
      expect.arrayContaining([
        "base/chart-server.yaml:22:18 kubernetes/image-tag-stated",
        "overlays/production/debug.yaml:12:21 kubernetes/no-dangerous-capabilities",
        "overlays/production/kustomization.yaml:8:14 kubernetes/image-from-approved-source",
      ]),
    );
    const said = report.findings.map(({ ruleId, problem, file, range }) =>
      JSON.stringify([ruleId, problem, file, range]),
    );
    expect(new Set(said).size).toBe(said.length);
  });

  it("is named as not checked where rendering is off", () => {
    const report = check(join(folder, "factory"), "--no-render");
    const named = report.notChecked
      .filter(({ code }) => code.endsWith("not-rendered"))
      .map(({ file }) => file);
    expect(named).toEqual(
      expect.arrayContaining([
        "charts/tile-cache/Chart.yaml",
        "charts/tile-cache/templates/deployment.yaml",
        "deploy/overlays/production/kustomization.yaml",
        "deploy/overlays/production/debug.yaml",
      ]),
    );
  });
});

describe("helm", () => {
  it("renders a chart as helm makes it, and every finding stands on text of the chart", () => {
    const root = scratch("created");
    execFileSync("helm", ["create", "web"], { cwd: root });
    const report = check(root);
    expect(report.notChecked.filter(({ code }) => code === "helm/not-rendered")).toEqual([]);
    expect(report.findings.length).toBeGreaterThan(5);
    for (const { file, range, ruleId, fixes } of report.findings) {
      const line = readFileSync(join(root, file), "utf8").split("\n")[range.start.line - 1] ?? "";
      expect(line.slice(range.start.column - 1), `${ruleId} at ${file}:${range.start.line}`).toMatch(/^\S/u);
      expect(fixes).toEqual([]);
    }
    expect(rows(report, "web/templates/deployment.yaml")).toEqual(
      expect.arrayContaining([expect.stringMatching(/:\d+:11 kubernetes\/memory-limit-set$/u)]),
    );
  });

  it("names a chart whose dependency is not there, with the command that brings it", () => {
    const root = scratch("dependent");
    execFileSync("helm", ["create", "web"], { cwd: root });
    const chart = join(root, "web/Chart.yaml");
    const dependency =
      "dependencies:\n  - name: redis\n    version: 1.0.0\n    repository: https://charts.example.com\n";
    writeFileSync(chart, readFileSync(chart, "utf8") + dependency);
    const entry = check(root).notChecked.find(({ file }) => file === "web/Chart.yaml");
    expect(entry).toMatchObject({
      code: "helm/not-rendered",
      reason: expect.stringContaining("helm dependency build web"),
    });
  });

  it("names a chart that does not render, with helm's own words", () => {
    const root = scratch("broken");
    execFileSync("helm", ["create", "web"], { cwd: root });
    writeFileSync(
      join(root, "web/templates/broken.yaml"),
      'a: {{ required "give me a value" .Values.nothing }}\n',
    );
    const entry = check(root).notChecked.find(({ file }) => file === "web/Chart.yaml");
    expect(entry).toMatchObject({
      code: "helm/not-rendered",
      reason: expect.stringContaining("give me a value"),
    });
  });

  it("renders for the Kubernetes version that is asked for", () => {
    const root = scratch("versioned");
    execFileSync("helm", ["create", "web"], { cwd: root });
    const chart = join(root, "web/Chart.yaml");
    writeFileSync(chart, `${readFileSync(chart, "utf8")}kubeVersion: ">=1.33.0-0"\n`);
    const notRendered = (version: string): number =>
      check(root, "--kubernetes-version", version).notChecked.filter(
        ({ code }) => code === "helm/not-rendered",
      ).length;
    expect(notRendered("1.33")).toBe(0);
    expect(notRendered("1.32")).toBeGreaterThan(0);
  });
});

describe("kustomize", () => {
  const base = `apiVersion: v1
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

  function overlay(name: string, files: Readonly<Record<string, string>>): string {
    const root = scratch(name);
    for (const [path, text] of Object.entries(files)) {
      execFileSync("mkdir", ["-p", join(root, path, "..")]);
      writeFileSync(join(root, path), text);
    }
    return root;
  }

  it("says once what a base and two overlays show", () => {
    const root = overlay("once", {
      "base/kustomization.yaml": "resources: [pod.yaml]\n",
      "base/pod.yaml": base,
      "a/kustomization.yaml": "namePrefix: a-\nresources: [../base]\n",
      "b/kustomization.yaml": "namespace: b\nresources: [../base]\n",
    });
    const privileged = rows(check(root, "--profile", "pss-baseline"), "");
    expect(privileged).toEqual(["base/pod.yaml:10:21 kubernetes/containers-not-privileged"]);
  });

  it("places what a JSON patch sets on the patch", () => {
    const root = overlay("patched", {
      "base/kustomization.yaml": "resources: [pod.yaml]\n",
      "base/pod.yaml": base.replace("privileged: true", "privileged: false"),
      "prod/kustomization.yaml":
        "resources: [../base]\npatches:\n  - path: host.yaml\n    target: { kind: Pod }\n",
      "prod/host.yaml": "- op: add\n  path: /spec/hostNetwork\n  value: true\n",
    });
    expect(rows(check(root, "--profile", "pss-baseline"), "")).toEqual([
      "prod/host.yaml:3:10 kubernetes/host-network-not-shared",
    ]);
  });

  it("fetches nothing", () => {
    const root = overlay("remote", {
      "kustomization.yaml": "resources:\n  - https://example.invalid/base?ref=v1\n",
    });
    const [entry] = check(root).notChecked.filter(({ code }) => code === "kustomize/not-rendered");
    expect(entry?.reason).toContain("remote or missing");
  });
});
