import { posix } from "node:path";
import type { Engine, FileResult, NotChecked } from "@plimsoll/core";
import type { Execute } from "../process/execute.ts";
import { CHART_NAME, KUSTOMIZATION_NAMES } from "./project-names.ts";

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

const PROJECTS: ReadonlySet<string> = new Set([CHART_NAME, ...KUSTOMIZATION_NAMES]);

/**
 * Renders the Helm charts and Kustomize overlays among the listed files and judges what comes out. The renderers are loaded
 * only where there is something to render.
 */
export async function renderWorkspace(request: RenderRequest): Promise<RenderedWorkspace> {
  if (!request.listed.some((path) => PROJECTS.has(posix.basename(path))))
    return { results: [], notChecked: [], consumed: new Set() };
  const { renderAll } = await import("./render-all.ts");
  return renderAll(request);
}
