import { mkdtempSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import type { Engine, FileResult, NotChecked } from "@plimsoll/core";
import type { Execute } from "../process/execute.ts";
import { findExecutable } from "../process/find-executable.ts";
import { readSource } from "../source/read-source.ts";
import { checkRendered } from "./check-rendered.ts";
import { renderChart } from "./helm/render-chart.ts";
import { closureOf, type Closure } from "./kustomize/closure.ts";
import { KUSTOMIZATION_NAMES } from "./kustomize/kustomization.ts";
import { renderOverlay } from "./kustomize/render-overlay.ts";
import type { RenderHost, Rendering } from "./rendered-file.ts";

/** What to render, and with what. */
export interface RenderRequest {
  readonly root: string;
  readonly engine: Engine;
  /** Paths of the workspace's files that were listed: charts and kustomizations are found among them. */
  readonly listed: readonly string[];
  /** Whether a file changed, where only changes are checked. */
  readonly isChanged: (path: string) => boolean;
  /** `name-only` runs nothing: charts and overlays are named as not checked. */
  readonly mode: "render" | "name-only";
  readonly execute: Execute;
  readonly environment: NodeJS.ProcessEnv;
  readonly onProgress?: (what: string) => void;
}

/** Results of rendered resources, what could not be rendered, and the files that are judged through it. */
export interface RenderedWorkspace {
  readonly results: readonly FileResult[];
  readonly notChecked: readonly NotChecked[];
  readonly consumed: ReadonlySet<string>;
}

/** Renders every chart and every overlay that no other one draws in, and judges what comes out. */
export async function renderWorkspace(request: RenderRequest): Promise<RenderedWorkspace> {
  const charts = chartsIn(request);
  const reader = workspaceReader(request.root);
  const overlays = overlaysIn(request, reader);
  if (charts.length === 0 && overlays.length === 0)
    return { results: [], notChecked: [], consumed: new Set() };
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "plimsoll-")));
  const forget = removeAtExit(scratch);
  try {
    const host = renderHost(request, reader, scratch);
    const renderings: Rendering[] = [];
    for (const chart of charts) {
      request.onProgress?.(`chart ${chart}`);
      renderings.push(await renderChart(chart, host));
    }
    for (const overlay of overlays) {
      request.onProgress?.(`overlay ${overlay.kustomizations[0]?.folder ?? ""}`);
      renderings.push(await renderOverlay(overlay, host));
    }
    return judge(request.engine, renderings);
  } finally {
    forget();
  }
}

function judge(engine: Engine, renderings: readonly Rendering[]): RenderedWorkspace {
  const results: FileResult[] = [];
  const notChecked: NotChecked[] = [];
  for (const rendering of renderings) {
    notChecked.push(...rendering.notChecked);
    results.push(...rendering.unchecked.map(unjudged));
    for (const file of rendering.files) {
      const checked = checkRendered(engine, file);
      if (checked.result !== undefined) results.push(checked.result);
      notChecked.push(...checked.notChecked);
    }
  }
  const consumed = renderings.flatMap((rendering) => [
    ...rendering.consumed,
    ...rendering.unchecked.map(({ file }) => file ?? ""),
  ]);
  return { results, notChecked, consumed: new Set(consumed) };
}

function unjudged(entry: NotChecked): FileResult {
  const nothing = { findings: [], suppressed: [], records: [], resources: 0, checked: false } as const;
  return { ...nothing, path: entry.file ?? "", kind: "yaml", notChecked: [entry] };
}

/** Folders of charts that are not part of another chart, and of which something changed. */
function chartsIn(request: RenderRequest): readonly string[] {
  const folders = request.listed
    .filter((path) => posix.basename(path) === "Chart.yaml")
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
  return closures.filter((closure) => {
    const [overlay] = closure.kustomizations;
    if (overlay === undefined || overlay.isComponent || drawnIn.has(overlay.file)) return false;
    return closure.kustomizations.some((each) => filesOf(each).some((path) => request.isChanged(path)));
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
