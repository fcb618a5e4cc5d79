import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseYaml, scalarText, getNode, SourceText } from "@plimsoll/syntax";
import { rendererEnvironment } from "../../process/environment.ts";
import { type ExecutionOutcome, firstErrorLine } from "../../process/execute.ts";
import {
  RENDER_MAXIMUM_BYTES,
  RENDER_TIMEOUT_MILLISECONDS,
  type RenderHost,
  type Rendering,
} from "../rendered-file.ts";
import { copyWithMarks, type ChartFiles, listChart, type MarkedCopy } from "./chart-copy.ts";
import { joinPath } from "./chart-places.ts";
import { CHART_NAME } from "../project-names.ts";
import { chartRendering, isChartInput } from "./chart-rendering.ts";
import { proveRender } from "./rendered-chart.ts";

/** A chart that is about to be rendered. */
interface Chart {
  /** Workspace path of its folder. */
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  readonly content: ChartFiles;
}

/**
 * Renders a chart with its default values and tells where each resource came from. A chart that cannot be rendered is
 * named as not checked, with the command that would help.
 * Tests of a chart (`helm.sh/hook: test`) are left out: they do not run in the environment that the chart is released to.
 * @param path workspace path of the folder that holds `Chart.yaml`
 */
export async function renderChart(path: string, host: RenderHost): Promise<Rendering> {
  const folder = join(host.root, path);
  const content = listChart(host.root, folder);
  const refuse = (reason: string): Rendering => refused(path, content, reason);
  if (host.isOff) return refuse("Rendering is switched off (--no-render).");
  const helm = host.locate("helm");
  if (helm === undefined) return refuse(`helm is not on PATH. Install it, then run: helm template ${path}`);
  const metadata = readMetadata(path, host);
  if (metadata.isLibrary)
    return refuse("A library chart makes no resources. They are checked in the charts that use it.");
  const obstacle = obstacleOf(content);
  if (obstacle !== undefined) return refuse(obstacle);
  const chart: Chart = { path, name: metadata.name, folder, content };
  const run = (source: string): Promise<ExecutionOutcome> => runHelm(helm, source, chart, host);
  const plain = await run(folder);
  if (plain.kind !== "exited" || plain.status !== 0) return refuse(failureOf(plain, path));
  const copy = makeCopy(chart, host);
  const marked = copy === undefined ? undefined : await run(copy.folder);
  const markedText =
    marked?.kind === "exited" && marked.status === 0 ? marked.stdout.toString("utf8") : undefined;
  return chartRendering(proveRender(plain.stdout.toString("utf8"), markedText), {
    chart: path,
    name: chart.name,
    files: content.files,
    lineOf: (mark) => copy?.lineOf(mark),
    read: (file) => readText(host, joinPath(path, file)),
  });
}

function runHelm(helm: string, source: string, chart: Chart, host: RenderHost): Promise<ExecutionOutcome> {
  const version = `1.${host.kubernetesMinor}.0`;
  return host.execute({
    command: helm,
    args: ["template", releaseName(chart.name), source, "--skip-tests", "--kube-version", version],
    cwd: host.scratch,
    environment: rendererEnvironment(host.environment, host.scratch),
    timeoutMilliseconds: RENDER_TIMEOUT_MILLISECONDS,
    maximumBytes: RENDER_MAXIMUM_BYTES,
  });
}

/** Helm names releases with at most 53 of the characters that DNS labels have. */
function releaseName(chart: string): string {
  const name = chart
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/gu, "-")
    .slice(0, 53);
  return /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/u.test(name) ? name : "release";
}

function makeCopy(chart: Chart, host: RenderHost): MarkedCopy | undefined {
  const target = join(host.scratch, `chart-${chart.path.replaceAll(/[^a-zA-Z0-9]+/gu, "-")}`);
  if (existsSync(target)) return undefined;
  return copyWithMarks(chart.folder, target, chart.content);
}

function obstacleOf(content: ChartFiles): string | undefined {
  if (content.escaping !== undefined)
    return `Its file ${content.escaping} is a symbolic link that leads out of the workspace.`;
  if (content.tooLarge) return "It holds more than 5,000 files or 64 MiB.";
  return undefined;
}

function failureOf(outcome: ExecutionOutcome, path: string): string {
  const { kind } = outcome;
  if (kind === "not-started") return `helm did not start (${outcome.reason}).`;
  if (kind === "timed-out") return `helm took longer than ${RENDER_TIMEOUT_MILLISECONDS / 1000} seconds.`;
  if (kind === "too-large") return `helm wrote more than ${RENDER_MAXIMUM_BYTES / 1024 / 1024} MiB.`;
  const line = firstErrorLine(outcome.stderr);
  const missing = line.includes("missing in charts/") || line.includes("dependencies");
  return `helm said: ${line}. Try: helm ${missing ? "dependency build" : "template"} ${path}`;
}

/** Its inputs mean nothing by themselves; its templates are named by the check of the files. */
function refused(path: string, { files }: ChartFiles, reason: string): Rendering {
  const code = "helm/not-rendered";
  const chart = joinPath(path, CHART_NAME);
  const inputs = files.filter(isChartInput).map((file) => joinPath(path, file));
  return {
    files: [],
    notChecked: [],
    consumed: [],
    unchecked: [
      { file: chart, subject: `chart ${path}`, code, reason },
      ...inputs
        .filter((file) => file !== chart)
        .map((file) => ({
          file,
          code,
          reason: "It is an input of a chart, and is checked once helm has rendered that.",
        })),
    ],
  };
}

function readMetadata(
  path: string,
  host: RenderHost,
): { readonly name: string; readonly isLibrary: boolean } {
  const root = parseYaml(host.read(joinPath(path, "Chart.yaml")) ?? "").documents[0]?.document.root;
  const name = scalarText(getNode(root, ["name"])) ?? "";
  return { name, isLibrary: scalarText(getNode(root, ["type"])) === "library" };
}

function readText(host: RenderHost, path: string): SourceText | undefined {
  const text = host.read(path);
  return text === undefined ? undefined : new SourceText(text);
}
