import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runGrype } from "./grype.ts";
import type { Scanner, ScannerRun, ScannerSettings } from "./scanner.ts";
import { runTrivy } from "./trivy.ts";

/** Names of the scanners that can be run. */
export type ScannerName = "trivy" | "grype";

const SCANNERS: Readonly<Record<ScannerName, Scanner>> = { trivy: runTrivy, grype: runGrype };

/** The registry's user and password. */
export interface RegistryLogin {
  readonly username: string;
  readonly password: string;
}

/** Runs scanners side by side, each in an empty folder of its own, which goes away afterwards. */
export async function runScanners(
  names: readonly ScannerName[],
  settings: Omit<ScannerSettings, "scratch" | "dockerConfig">,
  login: RegistryLogin | undefined,
): Promise<readonly ScannerRun[]> {
  const root = mkdtempSync(join(settings.environment["RUNNER_TEMP"] ?? tmpdir(), "plimsoll-scan-"));
  try {
    const dockerConfig = login === undefined ? undefined : writeLogin(root, settings.subject.registry, login);
    return await Promise.all(
      names.map((name) => {
        const scratch = join(root, name);
        mkdirSync(scratch);
        return SCANNERS[name]({ ...settings, scratch, dockerConfig });
      }),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The login as a file that only we can read: what stands in an environment, every child process inherits. */
function writeLogin(root: string, registry: string, { username, password }: RegistryLogin): string {
  const folder = join(root, "docker");
  mkdirSync(folder, { mode: 0o700 });
  const auth = Buffer.from(`${username}:${password}`).toString("base64");
  writeFileSync(join(folder, "config.json"), JSON.stringify({ auths: { [registry]: { auth } } }), {
    mode: 0o600,
  });
  return folder;
}
