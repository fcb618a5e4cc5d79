import { mkdtempSync, realpathSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, posix } from "node:path";
import { CodedError, type Engine, type FileResult, type NotChecked } from "@plimsoll/core";
import { findExecutable } from "../process/find-executable.ts";
import { readSource, reasonOf } from "../source/read-source.ts";
import { checkRendered } from "./check-rendered.ts";
import { renderChart } from "./helm/render-chart.ts";
import { closureOf, type Closure } from "./kustomize/closure.ts";
import { CHART_NAME, KUSTOMIZATION_NAMES } from "./project-names.ts";
import { renderOverlay } from "./kustomize/render-overlay.ts";
import type { RenderHost, Rendering } from "./rendered-file.ts";
import type { RenderedWorkspace, RenderRequest } from "./render-workspace.ts";

const MAXIMUM_AT_ONCE = 8;

/** Renders every chart and every overlay that no other one draws in, some at a time, and judges what comes out. */
export async function renderAll(request: RenderRequest): Promise<RenderedWorkspace> {
  const reader = workspaceReader(request.root);
  const charts = chartsIn(request);
  const overlays = overlaysIn(request, reader);
  const scratch = makeScratch();
  const forget = removeAtExit(scratch);
  try {
    const host = renderHost(request, reader, scratch);
    const jobs = [
      ...charts.map((chart) => ({ name: `chart ${chart}`, render: () => renderChart(chart, host) })),
      ...overlays.map((overlay) => ({ name: nameOf(overlay), render: () => renderOverlay(overlay, host) })),
    ];
    const outcomes = await inOrder(jobs, async ({ name, render }) => {
      request.onProgress?.(name);
      return judged(request.engine, name, render);
    });
    return {
      results: outcomes.flatMap(({ results }) => results),
      notChecked: outcomes.flatMap(({ notChecked }) => notChecked),
      consumed: new Set(outcomes.flatMap(({ consumed }) => [...consumed])),
    };
  } finally {
    forget();
  }
}

function nameOf({ file }: Closure): string {
  return `overlay ${file}`;
}

/** Does some jobs at a time and gives their outcomes in the order of the jobs. */
async function inOrder<Job, Outcome>(
  jobs: readonly Job[],
  work: (job: Job) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = jobs.entries();
  const worker = async (): Promise<void> => {
    for (const [index, job] of waiting) outcomes[index] = await work(job);
  };
  await Promise.all(
    Array.from({ length: Math.min(jobs.length, availableParallelism(), MAXIMUM_AT_ONCE) }, worker),
  );
  return outcomes;
}

/** A folder that no longer can be read, or a bug of ours, costs one chart or overlay, not the run. */
async function judged(
  engine: Engine,
  name: string,
  render: () => Promise<Rendering>,
): Promise<RenderedWorkspace> {
  try {
    return judge(engine, await render());
  } catch (error) {
    const reason = `It could not be rendered: ${reasonOf(error)}.`;
    return {
      results: [],
      notChecked: [{ subject: name, code: "render/failed", reason }],
      consumed: new Set(),
    };
  }
}

function makeScratch(): string {
  try {
    return realpathSync(mkdtempSync(join(tmpdir(), "plimsoll-")));
  } catch (error) {
    throw new CodedError({
      code: "render/no-scratch",
      message: `No temporary folder can be made in ${tmpdir()}: ${reasonOf(error)}.`,
      nextStep: "Set TMPDIR to a folder that can be written, or check with --no-render.",
      cause: error,
    });
  }
}

/** Texts of a rendering are dropped here: only what was found stays. */
function judge(engine: Engine, rendering: Rendering): RenderedWorkspace {
  const results: FileResult[] = rendering.unchecked.map(unjudged);
  const notChecked: NotChecked[] = [...rendering.notChecked];
  for (const file of rendering.files) {
    const checked = checkRendered(engine, file);
    if (checked.result !== undefined) results.push(checked.result);
    notChecked.push(...checked.notChecked);
  }
  const unchecked = rendering.unchecked.map(({ file }) => file ?? "");
  return { results, notChecked, consumed: new Set([...rendering.consumed, ...unchecked]) };
}

function unjudged(entry: NotChecked): FileResult {
  const nothing = { findings: [], suppressed: [], records: [], resources: 0, checked: false } as const;
  return { ...nothing, path: entry.file ?? "", kind: "yaml", notChecked: [entry] };
}

/** Folders of charts that are not part of another chart, and of which something changed. */
function chartsIn(request: RenderRequest): readonly string[] {
  const folders = request.listed
    .filter((path) => posix.basename(path) === CHART_NAME)
    .map((path) => posix.dirname(path));
  const outer = folders.filter((folder) => !folders.some((other) => isSubchart(other, folder)));
  return outer.filter((folder) =>
    request.listed.some((path) => isBelow(folder, path) && request.isChanged(path)),
  );
}

function isSubchart(chart: string, folder: string): boolean {
  return folder.startsWith(chart === "." ? "charts/" : `${chart}/charts/`);
}

function isBelow(folder: string, path: string): boolean {
  return folder === "." || path.startsWith(`${folder}/`);
}

interface WorkspaceReader {
  readonly read: (path: string) => string | undefined;
  readonly kindOf: (path: string) => "folder" | "file" | undefined;
}

/** Overlays that no other listed kustomization draws in: rendering those too would say everything twice. */
function overlaysIn(request: RenderRequest, reader: WorkspaceReader): readonly Closure[] {
  const files = request.listed.filter((path) => isKustomization(path));
  const closures = files.map((file) => closureOf(file, reader));
  const drawnIn = new Set(
    closures.flatMap(({ kustomizations }) => kustomizations.slice(1).map(({ file }) => file)),
  );
  return closures.filter(({ file, kustomizations }) => {
    if (drawnIn.has(file) || kustomizations[0]?.isComponent === true) return false;
    return (
      request.isChanged(file) ||
      kustomizations.some((each) => filesOf(each).some((path) => request.isChanged(path)))
    );
  });
}

function filesOf(kustomization: Closure["kustomizations"][number]): readonly string[] {
  const resources = kustomization.resources.map((path) =>
    posix.normalize(posix.join(kustomization.folder, path)),
  );
  return [
    kustomization.file,
    ...kustomization.patchFiles,
    ...resources.filter((path) => posix.extname(path) !== ""),
  ];
}

function isKustomization(path: string): boolean {
  const name = posix.basename(path);
  return KUSTOMIZATION_NAMES.some((known) => known === name);
}

function workspaceReader(root: string): WorkspaceReader {
  return {
    read: (path) => {
      const source = readSource({ path, absolute: join(root, path) });
      return "text" in source ? source.text : undefined;
    },
    kindOf: (path) => {
      const status = statSync(join(root, path), { throwIfNoEntry: false });
      if (status === undefined) return undefined;
      return status.isDirectory() ? "folder" : "file";
    },
  };
}

function renderHost(request: RenderRequest, reader: WorkspaceReader, scratch: string): RenderHost {
  const search = { path: request.environment["PATH"], notInside: request.root };
  const known = new Map<string, string | undefined>();
  return {
    root: request.root,
    isOff: request.mode === "name-only",
    execute: request.execute,
    locate: (name) => {
      if (!known.has(name)) known.set(name, findExecutable(name, search));
      return known.get(name);
    },
    environment: request.environment,
    kubernetesMinor: request.engine.configuration.kubernetesMinor,
    scratch,
    read: reader.read,
  };
}

/** Removes the folder when called, and when the process ends before that. */
function removeAtExit(folder: string): () => void {
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  return () => {
    process.off("exit", remove);
    remove();
  };
}
