import { mkdirSync, writeFileSync } from "node:fs";
import { join, posix, relative } from "node:path";
import { rendererEnvironment } from "../../process/environment.ts";
import { type ExecutionOutcome, firstErrorLine } from "../../process/execute.ts";
import {
  RENDER_MAXIMUM_BYTES,
  RENDER_TIMEOUT_MILLISECONDS,
  type RenderHost,
  type Rendering,
} from "../rendered-file.ts";
import type { Closure } from "./closure.ts";
import { overlayRendering } from "./overlay-rendering.ts";

/**
 * Renders a kustomization and tells where each resource came from. It is rendered through a kustomization of ours that
 * asks for origins, so the workspace is not changed. One that cannot be rendered is named as not checked.
 * @param closure the kustomization and all that it draws in
 */
export async function renderOverlay(closure: Closure, host: RenderHost): Promise<Rendering> {
  const folder = posix.dirname(closure.file);
  const refuse = (reason: string): Rendering => refused(closure, folder, reason);
  if (closure.obstacle !== undefined) return refuse(closure.obstacle);
  if (host.isOff) return refuse("Rendering is switched off (--no-render).");
  const tool = findTool(host);
  if (tool === undefined) {
    return refuse(
      `Neither kustomize nor kubectl is on PATH. Install one, then run: kustomize build ${folder}`,
    );
  }
  const wrapper = writeWrapper(folder, host);
  const outcome = await host.execute({
    command: tool.command,
    args: [...tool.args, wrapper],
    cwd: host.scratch,
    environment: rendererEnvironment(host.environment, host.scratch),
    timeoutMilliseconds: RENDER_TIMEOUT_MILLISECONDS,
    maximumBytes: RENDER_MAXIMUM_BYTES,
  });
  if (outcome.kind !== "exited" || outcome.status !== 0) return refuse(failureOf(outcome, folder));
  return overlayRendering(outcome.stdout.toString("utf8"), {
    closure,
    wrapper,
    root: host.root,
    read: host.read,
  });
}

function findTool(
  host: RenderHost,
): { readonly command: string; readonly args: readonly string[] } | undefined {
  const kustomize = host.locate("kustomize");
  if (kustomize !== undefined) return { command: kustomize, args: ["build"] };
  const kubectl = host.locate("kubectl");
  return kubectl === undefined ? undefined : { command: kubectl, args: ["kustomize"] };
}

function writeWrapper(folder: string, host: RenderHost): string {
  const wrapper = join(host.scratch, `overlay-${folder.replaceAll(/[^a-zA-Z0-9]+/gu, "-")}`);
  mkdirSync(wrapper, { recursive: true });
  const base = relative(wrapper, join(host.root, folder)).replaceAll("\\", "/");
  const text = `resources: [${JSON.stringify(base)}]\nbuildMetadata: [originAnnotations]\n`;
  writeFileSync(join(wrapper, "kustomization.yaml"), text);
  return wrapper;
}

function failureOf(outcome: ExecutionOutcome, folder: string): string {
  if (outcome.kind === "not-started") return `kustomize did not start (${outcome.reason}).`;
  if (outcome.kind === "timed-out")
    return `kustomize took longer than ${RENDER_TIMEOUT_MILLISECONDS / 1000} seconds.`;
  if (outcome.kind === "too-large")
    return `kustomize wrote more than ${RENDER_MAXIMUM_BYTES / 1024 / 1024} MiB.`;
  return `kustomize said: ${firstErrorLine(outcome.stderr)}. Try: kustomize build ${folder}`;
}

function refused(closure: Closure, folder: string, reason: string): Rendering {
  const code = "kustomize/not-rendered";
  const patches = new Set(closure.kustomizations.flatMap(({ patchFiles }) => patchFiles));
  return {
    files: [],
    notChecked: [{ file: closure.file, subject: `kustomization ${folder}`, code, reason }],
    consumed: [],
    unchecked: [...patches].map((patch) => ({
      file: patch,
      code,
      reason: "It is a patch: what it changes is checked once the kustomization is rendered.",
    })),
  };
}
