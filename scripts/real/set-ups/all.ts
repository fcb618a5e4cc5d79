import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bringChromium } from "./chromium.ts";
import { bringCodeServer } from "./code-server.ts";
import { bringDebianTool, CONTAINER_TOOLS, NEOVIM } from "./debian-packages.ts";
import { ACT, bringDebianBase, SCAP_TOOLS } from "./factory-parts.ts";
import { explain, SetUpFailure } from "./failure.ts";
import {
  ACTIONLINT,
  binFolder,
  bringGoTool,
  BUILDKITD,
  BUILDX,
  COSIGN,
  GRYPE,
  HELM,
  KUSTOMIZE,
  SYFT,
  TRIVY,
} from "./go-tool.ts";
import { bringPythonTool, CHECKOV, HADOLINT, ZIZMOR } from "./python-tool.ts";
import { bringVulnerabilityDatabases } from "./vulnerability-databases.ts";

interface SetUp {
  readonly name: string;
  /** Brings the part up and says what was done. */
  readonly bring: () => string;
}

/** Every part that a suite in `test/real` needs. */
const setUps: readonly SetUp[] = [
  { name: "chromium", bring: bringChromium },
  { name: "code-server", bring: bringCodeServer },
  { name: "neovim", bring: () => bringDebianTool(NEOVIM) },
  { name: "helm", bring: () => bringGoTool(HELM) },
  { name: "kustomize", bring: () => bringGoTool(KUSTOMIZE) },
  { name: "pod-security fixtures", bring: () => runScript("../pod-security-fixtures.mjs") },
  { name: "hadolint", bring: () => bringPythonTool(HADOLINT) },
  { name: "checkov", bring: () => bringPythonTool(CHECKOV) },
  { name: "zizmor", bring: () => bringPythonTool(ZIZMOR) },
  { name: "actionlint", bring: () => bringGoTool(ACTIONLINT) },
  { name: "buildah, skopeo, docker-registry", bring: () => bringDebianTool(CONTAINER_TOOLS) },
  { name: "syft (built once, some minutes)", bring: () => bringGoTool(SYFT) },
  { name: "cosign (built once, some minutes)", bring: () => bringGoTool(COSIGN) },
  { name: "buildx", bring: () => bringGoTool(BUILDX) },
  { name: "buildkitd (built once, some minutes)", bring: () => bringGoTool(BUILDKITD) },
  { name: "trivy (built once, up to half an hour)", bring: () => bringGoTool(TRIVY) },
  { name: "grype (built once, some minutes)", bring: () => bringGoTool(GRYPE) },
  { name: "vulnerability databases (built every second day)", bring: bringVulnerabilityDatabases },
  { name: "oscap and SCAP content", bring: () => bringDebianTool(SCAP_TOOLS) },
  { name: "files of a small Debian", bring: bringDebianBase },
  { name: "act", bring: () => bringPythonTool(ACT) },
];

/** Folders that belong in front of PATH while the suites run. */
export function toolFolders(): readonly string[] {
  return [HELM, KUSTOMIZE].map(binFolder);
}

/** Brings everything up, one after the other; prints what each took. Returns whether all are there. */
export function bringAll(print: (line: string) => void): boolean {
  const failures: string[] = [];
  for (const { name, bring } of setUps) {
    const start = performance.now();
    print(`${name} …`);
    try {
      const done = bring();
      print(`${name}: ${done} (${seconds(start)} s)`);
    } catch (error) {
      failures.push(name);
      print(`${name}: FAILED after ${seconds(start)} s\n  ${explain(error)}`);
    }
  }
  if (failures.length > 0) print(`Not brought up: ${failures.join(", ")}.`);
  return failures.length === 0;
}

/** Scripts of other suites; each prints its own progress and exits with 0 when its part is there. */
function runScript(relative: string): string {
  const path = fileURLToPath(new URL(relative, import.meta.url));
  if (!existsSync(path))
    throw new SetUpFailure("real/no-script", `${path} is missing.`, "Restore it from the repository.");
  const { status, stdout, stderr } = spawnSync(process.execPath, [path], {
    encoding: "utf8",
    timeout: 15 * 60 * 1000,
  });
  if (status !== 0) {
    throw new SetUpFailure(
      "real/script-failed",
      `${relative} failed.\n  ${(stderr || stdout).trim()}`,
      "Run it by hand to see more.",
    );
  }
  return stdout.trim().split("\n").at(-1) ?? "done";
}

function seconds(start: number): string {
  return ((performance.now() - start) / 1000).toFixed(1);
}
