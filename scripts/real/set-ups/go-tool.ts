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
  /** Added to the environment of the build. */
  readonly env?: Readonly<Record<string, string>>;
  /** Added to the linker's flags. */
  readonly linkerFlags?: string;
}

/** What the largest of them may take on two busy cores, in milliseconds. */
const BUILD_TIMEOUT = 40 * 60 * 1000;

export const HELM: GoTool = { name: "helm", version: "3.22.0", package: "helm.sh/helm/v3/cmd/helm" };

/** Not the newest: that one asks for a newer Go. */
export const KUSTOMIZE: GoTool = {
  name: "kustomize",
  version: "5.7.1",
  package: "sigs.k8s.io/kustomize/kustomize/v5",
};

/** Says version `dev` unless it is told its version. */
export const TRIVY: GoTool = {
  name: "trivy",
  version: "0.74.0",
  package: "github.com/aquasecurity/trivy/cmd/trivy",
  env: { GOEXPERIMENT: "jsonv2" },
  linkerFlags: "-X github.com/aquasecurity/trivy/pkg/version/app.ver=0.74.0",
};

/** Writes an image's SBOM. */
export const SYFT: GoTool = {
  name: "syft",
  version: "1.57.0",
  package: "github.com/anchore/syft/cmd/syft",
  linkerFlags: "-X main.version=1.57.0",
};

/** The second scanner beside Trivy. Says no version unless it is told one. */
export const GRYPE: GoTool = {
  name: "grype",
  version: "0.121.2",
  package: "github.com/anchore/grype/cmd/grype",
  linkerFlags: "-X main.version=0.121.2",
};

/** Judges our signatures and attestations from outside. */
export const COSIGN: GoTool = {
  name: "cosign",
  version: "2.6.5",
  package: "github.com/sigstore/cosign/v2/cmd/cosign",
};

/** Docker's builder, which runs without Docker where a BuildKit is named to it. */
export const BUILDX: GoTool = {
  name: "docker-buildx",
  version: "0.30.1",
  package: "github.com/docker/buildx/cmd/buildx",
  linkerFlags: "-X github.com/docker/buildx/version.Version=0.30.1",
};

/** What builds for Docker's builder. */
export const BUILDKITD: GoTool = {
  name: "buildkitd",
  version: "0.32.2",
  package: "github.com/moby/buildkit/cmd/buildkitd",
};

/** Judges workflows beside ours. Run as a program only. */
export const ACTIONLINT: GoTool = {
  name: "actionlint",
  version: "1.7.12",
  package: "github.com/rhysd/actionlint/cmd/actionlint",
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
    env: { CGO_ENABLED: "0", GOFLAGS: "-mod=mod", GOWORK: "off", ...tool.env },
    code: "real/go-failed",
    nextStep: `Run it by hand to see more; ${tool.name} is pinned in scripts/real/set-ups/go-tool.ts.`,
    timeout: BUILD_TIMEOUT,
  };
  const linker = ["-s -w", tool.linkerFlags ?? ""].join(" ").trim();
  run("go", ["mod", "init", `plimsoll.invalid/${tool.name}`], options);
  run("go", ["get", "-tool", `${tool.package}@v${tool.version}`], options);
  run(
    "go",
    ["build", "-trimpath", `-ldflags=${linker}`, "-o", join("bin", tool.name), tool.package],
    options,
  );
}
