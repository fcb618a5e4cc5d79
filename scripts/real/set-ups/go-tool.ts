import { existsSync } from "node:fs";
import { join } from "node:path";
import { fill, folderOf, isStamped } from "./cache.ts";
import { findProgram, run } from "./command.ts";
import { SetUpFailure } from "./failure.ts";

/** A program that is built from a Go module, at an exact version. */
export interface GoTool {
  /** The program's name. */
  readonly name: string;
  readonly version: string;
  /** The package that is its `main`. */
  readonly package: string;
}

export const HELM: GoTool = { name: "helm", version: "3.22.0", package: "helm.sh/helm/v3/cmd/helm" };

/** Not the newest: that one asks for a newer Go. */
export const KUSTOMIZE: GoTool = {
  name: "kustomize",
  version: "5.7.1",
  package: "sigs.k8s.io/kustomize/kustomize/v5",
};

/** Where the built program lies. */
export function binFolder(tool: GoTool): string {
  return join(folderOf(tool.name, tool.version), "bin");
}

/**
 * Builds a tool into the cache, unless it lies there already.
 * @returns what was done, for people
 * @throws SetUpFailure `real/no-go` without Go, `real/go-failed` where it does not build
 */
export function bringGoTool(tool: GoTool): string {
  const folder = folderOf(tool.name, tool.version);
  const recipe = `${tool.package}@v${tool.version}`;
  if (isStamped(folder, recipe) && existsSync(join(binFolder(tool), tool.name))) return "in the cache";
  if (findProgram("go") === undefined) {
    throw new SetUpFailure(
      "real/no-go",
      `Go is not on PATH, so ${tool.name} cannot be built.`,
      "Install Go 1.26 or later.",
    );
  }
  fill(folder, recipe, (scratch) => build(tool, scratch));
  return `built ${recipe}`;
}

function build(tool: GoTool, folder: string): void {
  const options = {
    cwd: folder,
    env: { CGO_ENABLED: "0", GOFLAGS: "-mod=mod", GOWORK: "off" },
    code: "real/go-failed",
    nextStep: `Run it by hand to see more; ${tool.name} is pinned in scripts/real/set-ups/go-tool.ts.`,
  };
  run("go", ["mod", "init", `plimsoll.invalid/${tool.name}`], options);
  run("go", ["get", "-tool", `${tool.package}@v${tool.version}`], options);
  run("go", ["build", "-trimpath", "-ldflags=-s -w", "-o", join("bin", tool.name), tool.package], options);
}
