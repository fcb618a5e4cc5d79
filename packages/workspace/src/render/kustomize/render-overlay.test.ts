import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SourceText } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import type { Execution, ExecutionOutcome } from "../../process/execute.ts";
import { readSource } from "../../source/read-source.ts";
import { FakePrograms, type FakeRun } from "../../testing/fake-host.ts";
import { temporaryTree, type TemporaryTree } from "../../testing/temporary-tree.ts";
import type { RenderHost, Rendering } from "../rendered-file.ts";
import { closureOf, type ClosureReader } from "./closure.ts";
import { renderOverlay } from "./render-overlay.ts";

const FILES = {
  "base/kustomization.yaml":
    "resources: [web.yaml]\nconfigMapGenerator:\n  - name: settings\n    literals: [a=b]\n",
  "base/web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      hostPID: false
      containers:
        - name: side
          image: side:1
        - name: main
          image: nginx:1
          args: [a, b]
`,
  "prod/kustomization.yaml": `namePrefix: prod-
resources: [../base]
images:
  - name: nginx
    newName: registry/nginx
    newTag: "2"
replicas:
  - name: web
    count: 3
patches:
  - path: merge.yaml
  - path: ops.yaml
    target: { kind: Deployment }
`,
  "prod/merge.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: main
          securityContext:
            privileged: true
`,
  "prod/ops.yaml": "- op: add\n  path: /spec/template/spec/hostNetwork\n  value: true\n",
};

/** What kustomize makes of it: keys sorted, origins noted. */
const OUTPUT = (toRoot: string): string => `apiVersion: v1
data:
  a: b
kind: ConfigMap
metadata:
  annotations:
    config.kubernetes.io/origin: |
      configuredIn: ${toRoot}/base/kustomization.yaml
      configuredBy:
        apiVersion: builtin
        kind: ConfigMapGenerator
  name: prod-settings-4h2mbtbbt6
---
apiVersion: apps/v1
kind: Deployment
metadata:
  annotations:
    config.kubernetes.io/origin: |
      path: ${toRoot}/base/web.yaml
  name: prod-web
spec:
  replicas: 3
  template:
    spec:
      containers:
      - args:
        - a
        - b
        image: registry/nginx:2
        name: main
        securityContext:
          privileged: true
      - image: side:1
        name: side
      hostNetwork: true
      hostPID: false
`;

function readerOf(tree: TemporaryTree): ClosureReader {
  const read = (path: string): string | undefined => {
    const source = readSource({ path, absolute: join(tree.root, path) });
    return "text" in source ? source.text : undefined;
  };
  const folders = new Set(["base", "prod"]);
  return {
    read,
    kindOf: (path) => (folders.has(path) ? "folder" : read(path) === undefined ? undefined : "file"),
  };
}

interface Options {
  readonly installed?: readonly string[];
  readonly isOff?: boolean;
  readonly answer?: (execution: Execution) => FakeRun | ExecutionOutcome;
}

async function render(
  tree: TemporaryTree,
  options: Options = {},
): Promise<{ rendering: Rendering; programs: FakePrograms }> {
  using scratch = temporaryTree();
  const kustomize = (execution: Execution): FakeRun => {
    const wrapper = readFileSync(join(execution.args.at(-1) ?? "", "kustomization.yaml"), "utf8");
    const base = /resources: \["(.*)\/prod"\]/u.exec(wrapper)?.[1];
    return { stdout: OUTPUT(base ?? "no base") };
  };
  const programs = new FakePrograms(options.answer ?? kustomize);
  const installed = options.installed ?? ["kustomize", "kubectl"];
  const reader = readerOf(tree);
  const host: RenderHost = {
    root: tree.root,
    isOff: options.isOff ?? false,
    execute: programs.execute,
    locate: (name) => (installed.includes(name) ? `/usr/bin/${name}` : undefined),
    environment: { PATH: "/usr/bin", TOKEN: "secret" },
    kubernetesMinor: 34,
    scratch: scratch.root,
    read: reader.read,
  };
  return { rendering: await renderOverlay(closureOf("prod/kustomization.yaml", reader), host), programs };
}

/** The place from which a text of the rendered Deployment comes. */
function placeOf(tree: TemporaryTree, rendering: Rendering, text: string, within = ""): string {
  const file = rendering.files.find(
    ({ path, text: all }) => all.includes(text) && (path === "base/web.yaml" || within === ""),
  );
  if (file === undefined) throw new Error(`nothing rendered holds ${text}`);
  const start = file.text.indexOf(text, Math.max(0, file.text.indexOf(within)));
  const place = file.locate(new SourceText(file.text).rangeOf({ start, end: start + text.length }));
  const source = readFileSync(join(tree.root, place.file), "utf8");
  return `${place.file}:${place.range.start.line}: ${source.slice(place.range.start.offset, place.range.end.offset)}`;
}

describe("renderOverlay", () => {
  it("groups objects by the file that they came from, and judges patches through the render", async () => {
    using tree = temporaryTree(FILES);
    const { rendering } = await render(tree);
    expect(rendering.files.map(({ path }) => path)).toEqual(["base/kustomization.yaml", "base/web.yaml"]);
    expect(rendering.consumed).toEqual(["prod/merge.yaml", "prod/ops.yaml"]);
    expect(rendering.notChecked).toEqual([]);
  });

  it.each([
    ["a value of the base", "false", "hostPID", "base/web.yaml:8: false"],
    ["a key of the base", "hostPID", "hostPID", "base/web.yaml:8: hostPID"],
    ["an item that moved, by its name", "side:1", "image: side", "base/web.yaml:11: side:1"],
    ["the first key of an item, whatever it is called", "args", "- args", "base/web.yaml:12: name"],
    ["a value of a merge patch", "true", "privileged", "prod/merge.yaml:11: true"],
    ["a value of a JSON patch", "true", "hostNetwork", "prod/ops.yaml:3: true"],
    [
      "an image that the overlay names",
      "registry/nginx:2",
      "image: reg",
      "prod/kustomization.yaml:5: registry/nginx",
    ],
    ["replicas", "3", "replicas", "prod/kustomization.yaml:8: name: web\n    count: 3"],
    ["a name with a prefix", "prod-web", "name: prod", "prod/kustomization.yaml:2: resources"],
  ])("places %s", async (_name, text, within, expected) => {
    using tree = temporaryTree(FILES);
    const { rendering } = await render(tree);
    expect(placeOf(tree, rendering, text, within)).toBe(expected);
  });

  it("takes kubectl where kustomize is absent, without secrets", async () => {
    using tree = temporaryTree(FILES);
    const { programs } = await render(tree, { installed: ["kubectl"] });
    expect(programs.runs.map(({ command, args }) => [command, args[0]])).toEqual([
      ["/usr/bin/kubectl", "kustomize"],
    ]);
    expect(programs.runs[0]?.environment).not.toHaveProperty("TOKEN");
    expect(programs.runs[0]?.environment).toMatchObject({ GIT_ALLOW_PROTOCOL: "none" });
  });

  it.each<[string, Options, string]>([
    [
      "no tool is there",
      { installed: [] },
      "Neither kustomize nor kubectl is on PATH. Install one, then run: kustomize build prod",
    ],
    ["rendering is off", { isOff: true }, "Rendering is switched off (--no-render)."],
    [
      "the build fails",
      { answer: () => ({ status: 1, stderr: "Error: accumulating resources: missing\n" }) },
      "kustomize said: Error: accumulating resources: missing. Try: kustomize build prod",
    ],
    [
      "the build takes too long",
      { answer: () => ({ kind: "timed-out", stderr: "" }) },
      "kustomize took longer than 60 seconds.",
    ],
  ])("names overlay and patches as not checked where %s", async (_name, options, reason) => {
    using tree = temporaryTree(FILES);
    const { rendering } = await render(tree, options);
    expect(rendering.notChecked).toEqual([
      {
        file: "prod/kustomization.yaml",
        subject: "kustomization prod",
        code: "kustomize/not-rendered",
        reason,
      },
    ]);
    expect(rendering.unchecked.map(({ file, code }) => [file, code])).toEqual([
      ["prod/merge.yaml", "kustomize/not-rendered"],
      ["prod/ops.yaml", "kustomize/not-rendered"],
    ]);
  });

  it.each([
    ["a remote base", "resources: [https://example.com/base]\n", "remote or missing"],
    ["a git base", "resources: ['git@example.com:org/repo']\n", "remote or missing"],
    ["a base at a ref", "resources: ['github.com/org/repo//base?ref=v1']\n", "remote or missing"],
    ["a base outside the workspace", "resources: [../../elsewhere]\n", "remote or missing"],
    ["a base that is not there", "resources: [../absent]\n", "remote or missing"],
    ["a remote transformer", "transformers: ['https://example.com/t']\n", "remote or missing"],
    ["a chart to inflate", "helmCharts: [{ name: x, repo: https://example.com }]\n", "--enable-helm"],
    ["a file that is no map", "- a\n", "cannot be read"],
  ])("starts nothing for %s", async (_name, text, words) => {
    using tree = temporaryTree({ ...FILES, "prod/kustomization.yaml": text });
    const { rendering, programs } = await render(tree);
    expect(programs.runs).toEqual([]);
    expect(rendering.notChecked).toMatchObject([
      { code: "kustomize/not-rendered", reason: expect.stringContaining(words) },
    ]);
  });

  it("ends on kustomizations that draw each other in", () => {
    using tree = temporaryTree({
      "base/kustomization.yaml": "resources: [../prod]\n",
      "prod/kustomization.yaml": "resources: [../base]\n",
    });
    const closure = closureOf("prod/kustomization.yaml", readerOf(tree));
    expect(closure.kustomizations.map(({ file }) => file)).toEqual([
      "prod/kustomization.yaml",
      "base/kustomization.yaml",
    ]);
  });
});
