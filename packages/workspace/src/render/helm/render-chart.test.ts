import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { SourceText, type Range } from "@plimsoll/syntax";
import { describe, expect, it } from "vitest";
import type { Execution, ExecutionOutcome } from "../../process/execute.ts";
import { readSource } from "../../source/read-source.ts";
import { FakePrograms, type FakeRun } from "../../testing/fake-host.ts";
import { temporaryTree, type TemporaryTree } from "../../testing/temporary-tree.ts";
import type { RenderHost, RenderedFile, Rendering } from "../rendered-file.ts";
import { renderChart } from "./render-chart.ts";

const CHART = {
  "charts/web/Chart.yaml":
    "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n  - name: packed\n    version: 1.0.0\n",
  "charts/web/values.yaml": "image: nginx\nsecurity:\n  privileged: true\n",
  "charts/web/templates/pod.yaml":
    "kind: Pod\nspec:\n  image: {{ .Values.image }}\n  securityContext:\n    {{- toYaml .Values.security | nindent 4 }}\n  hostPID: true\n",
  "charts/web/templates/off.yaml": "{{ if .Values.off }}kind: X{{ end }}\n",
  "charts/web/templates/_helpers.tpl": "",
  "charts/web/crds/crd.yaml": "kind: CustomResourceDefinition\n",
};

/** A helm that knows one chart: it renders the template from the folder that it is given, marks and all. */
function helm(execution: Execution): FakeRun {
  const template = readFileSync(join(execution.args[2] ?? "", "templates/pod.yaml"), "utf8");
  const body = template
    .replace("{{ .Values.image }}", "nginx")
    .replace("\n    {{- toYaml .Values.security | nindent 4 }}", "\n    privileged: true");
  return {
    stdout: `---\n# Source: web/templates/pod.yaml\n${body}---\n# Source: web/charts/packed/templates/a.yaml\nkind: Packed\n`,
  };
}

interface Options {
  readonly installed?: boolean;
  readonly isOff?: boolean;
  readonly answer?: (execution: Execution) => FakeRun | ExecutionOutcome;
}

async function render(
  tree: TemporaryTree,
  options: Options = {},
): Promise<{ rendering: Rendering; programs: FakePrograms }> {
  using scratch = temporaryTree();
  const programs = new FakePrograms(options.answer ?? helm);
  const host: RenderHost = {
    root: tree.root,
    isOff: options.isOff ?? false,
    execute: programs.execute,
    locate: (name) => (options.installed === false ? undefined : `/usr/bin/${name}`),
    environment: {
      PATH: "/usr/bin",
      SECRET: "token",
      KUBECONFIG: "/root/.kube/config",
      HTTPS_PROXY: "http://proxy",
    },
    kubernetesMinor: 34,
    scratch: scratch.root,
    read: (path) => {
      const source = readSource({ path, absolute: join(tree.root, path) });
      return "text" in source ? source.text : undefined;
    },
  };
  return { rendering: await renderChart("charts/web", host), programs };
}

/** The text at the place that the rendered `text` comes from, and where. */
function placeOf(tree: TemporaryTree, file: RenderedFile | undefined, text: string): string {
  if (file === undefined) throw new Error("nothing rendered");
  const start = file.text.indexOf(text);
  const range: Range = new SourceText(file.text).rangeOf({ start, end: start + text.length });
  const place = file.locate(range);
  const source = readFileSync(join(tree.root, place.file), "utf8");
  const words = source.slice(place.range.start.offset, place.range.end.offset);
  return `${place.file}:${place.range.start.line}: ${words}`;
}

describe("renderChart", () => {
  it("renders with fixed arguments, without secrets and without network", async () => {
    using tree = temporaryTree(CHART);
    const { programs } = await render(tree);
    expect(programs.runs).toHaveLength(2);
    const [plain, marked] = programs.runs;
    expect(plain?.args).toEqual([
      "template",
      "web",
      join(tree.root, "charts/web"),
      "--skip-tests",
      "--kube-version",
      "1.34.0",
    ]);
    expect(marked?.args[2]).not.toBe(plain?.args[2]);
    expect(plain?.environment).not.toHaveProperty("SECRET");
    expect(plain?.environment).toMatchObject({ KUBECONFIG: "", HTTPS_PROXY: "http://127.0.0.1:9" });
  });

  it("places a proven line exactly, and its value in the values file", async () => {
    using tree = temporaryTree(CHART);
    const { rendering } = await render(tree);
    const [file] = rendering.files;
    expect(file?.path).toBe("charts/web/templates/pod.yaml");
    expect(placeOf(tree, file, "hostPID")).toBe("charts/web/templates/pod.yaml:6: hostPID");
    expect(placeOf(tree, file, "nginx")).toBe("charts/web/templates/pod.yaml:3: {{ .Values.image }}");
    const image = file?.text.indexOf("nginx") ?? 0;
    const place = file?.locate(new SourceText(file.text).rangeOf({ start: image, end: image + 5 }));
    expect(place?.related).toMatchObject([
      { file: "charts/web/values.yaml", range: { start: { line: 1, column: 1 } } },
    ]);
  });

  it("places a line out of toYaml on the key above it", async () => {
    using tree = temporaryTree(CHART);
    const { rendering } = await render(tree);
    expect(placeOf(tree, rendering.files[0], "true")).toBe(
      "charts/web/templates/pod.yaml:4: securityContext:",
    );
  });

  it("finds the likely line where the marked render differs", async () => {
    using tree = temporaryTree(CHART);
    const answer = (execution: Execution): FakeRun => {
      const run = helm(execution);
      return {
        stdout:
          run.stdout?.includes("\uE000") === true
            ? run.stdout.replace("kind: Pod", "kind: Changed")
            : (run.stdout ?? ""),
      };
    };
    const { rendering } = await render(tree, { answer });
    expect(placeOf(tree, rendering.files[0], "hostPID")).toBe("charts/web/templates/pod.yaml:6: hostPID");
  });

  it("goes without marks where the marked render fails", async () => {
    using tree = temporaryTree(CHART);
    const answer = (execution: Execution): FakeRun =>
      helm(execution).stdout?.includes("\uE000") === true ? { status: 1 } : helm(execution);
    const { rendering } = await render(tree, { answer });
    expect(placeOf(tree, rendering.files[0], "hostPID")).toBe("charts/web/templates/pod.yaml:6: hostPID");
  });

  it("places what a packed subchart makes on the line that names it", async () => {
    using tree = temporaryTree(CHART);
    const { rendering } = await render(tree);
    expect(placeOf(tree, rendering.files[1], "Packed")).toBe("charts/web/Chart.yaml:5:   - name: packed");
  });

  it("judges templates and values through the render, and names a template that made nothing", async () => {
    using tree = temporaryTree(CHART);
    const { rendering } = await render(tree);
    expect(rendering.consumed).toEqual([
      "charts/web/Chart.yaml",
      "charts/web/templates/_helpers.tpl",
      "charts/web/templates/off.yaml",
      "charts/web/templates/pod.yaml",
      "charts/web/values.yaml",
    ]);
    expect(rendering.notChecked).toMatchObject([
      { file: "charts/web/templates/off.yaml", code: "helm/template-unused" },
    ]);
  });

  it.each<[string, Options, string]>([
    [
      "helm is absent",
      { installed: false },
      "helm is not on PATH. Install it, then run: helm template charts/web",
    ],
    ["rendering is off", { isOff: true }, "Rendering is switched off (--no-render)."],
    [
      "the chart is broken",
      {
        answer: () => ({
          status: 1,
          stderr: "Error: parse error at (web/templates/pod.yaml:3)\n\nUse --debug\n",
        }),
      },
      "helm said: Error: parse error at (web/templates/pod.yaml:3). Try: helm template charts/web",
    ],
    [
      "a dependency is missing",
      {
        answer: () => ({
          status: 1,
          stderr:
            "Error: An error occurred while checking for chart dependencies. found in Chart.yaml, but missing in charts/ directory: packed\n",
        }),
      },
      "helm said: Error: An error occurred while checking for chart dependencies. found in Chart.yaml, but missing in charts/ directory: packed. Try: helm dependency build charts/web",
    ],
    [
      "helm takes too long",
      { answer: () => ({ kind: "timed-out", stderr: "" }) },
      "helm took longer than 60 seconds.",
    ],
    [
      "helm writes too much",
      { answer: () => ({ kind: "too-large", stderr: "" }) },
      "helm wrote more than 64 MiB.",
    ],
    [
      "helm does not start",
      { answer: () => ({ kind: "not-started", reason: "EACCES" }) },
      "helm did not start (EACCES).",
    ],
  ])("names the chart as not checked where %s", async (_name, options, reason) => {
    using tree = temporaryTree(CHART);
    const { rendering } = await render(tree, options);
    expect(rendering).toEqual({
      files: [],
      consumed: [],
      notChecked: [],
      unchecked: [
        { file: "charts/web/Chart.yaml", subject: "chart charts/web", code: "helm/not-rendered", reason },
        {
          file: "charts/web/values.yaml",
          code: "helm/not-rendered",
          reason: "It is an input of a chart, and is checked once helm has rendered that.",
        },
      ],
    });
  });

  it("does not let helm read through a link out of the workspace", async () => {
    using outside = temporaryTree({ secret: "s" });
    using tree = temporaryTree(CHART);
    symlinkSync(join(outside.root, "secret"), join(tree.root, "charts/web/files"));
    const { rendering, programs } = await render(tree);
    expect(programs.runs).toEqual([]);
    expect(rendering.unchecked[0]).toMatchObject({ code: "helm/not-rendered" });
  });

  it("renders no library chart by itself", async () => {
    using tree = temporaryTree({ ...CHART, "charts/web/Chart.yaml": "name: web\ntype: library\n" });
    const { rendering, programs } = await render(tree);
    expect(programs.runs).toEqual([]);
    expect(rendering.unchecked[0]).toMatchObject({
      code: "helm/not-rendered",
      reason: expect.stringContaining("library"),
    });
  });

  it("believes no # Source line that names a file outside the chart", async () => {
    using tree = temporaryTree(CHART);
    const answer = (): FakeRun => ({ stdout: "---\n# Source: web/../../etc/passwd\nkind: Pod\n" });
    const { rendering } = await render(tree, { answer });
    expect(placeOf(tree, rendering.files[0], "Pod")).toBe("charts/web/Chart.yaml:1: apiVersion: v2");
  });
});
