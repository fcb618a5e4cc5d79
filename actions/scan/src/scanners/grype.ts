import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { withInventory } from "@plimsoll/scan";
import { reportFile, runScanner } from "./run-scanner.ts";
import type { Scanner, ScannerSettings } from "./scanner.ts";

/**
 * Grype's scan of the image. Its JSON does not list the packages that it saw, so it writes its CycloneDX beside, out of the same
 * scan. That its database is too old is judged by the gate, not by Grype.
 */
export const runGrype: Scanner = async (settings) => {
  const output = join(settings.scratch, "grype.json");
  const packages = join(settings.scratch, "grype.cdx.json");
  const configuration = join(settings.scratch, "grype.yaml");
  writeFileSync(configuration, "check-for-app-update: false\n");
  const args = ["-q", "-c", configuration, "-o", `json=${output}`, "-o", `cyclonedx-json=${packages}`];
  const words = [...args, ...platformWords(settings), targetOf(settings)];
  await runScanner({ name: "grype", args: words, set: variables(settings) }, settings);
  const { bytes, reports } = reportFile(output, "grype.json");
  const [list] = reportFile(packages, "grype.cdx.json").reports;
  return {
    name: "grype",
    bytes,
    reports: list === undefined ? reports : reports.map((report) => withInventory(report, list)),
  };
};

function platformWords({ platform }: ScannerSettings): readonly string[] {
  return platform === undefined ? [] : ["--platform", platform];
}

function targetOf({ subject: { layout, name, digest } }: ScannerSettings): string {
  return layout === undefined ? `registry:${name}@${digest}` : `oci-dir:${layout}`;
}

function variables({ offline, grypeDatabases }: ScannerSettings): Readonly<Record<string, string>> {
  return {
    GRYPE_CHECK_FOR_APP_UPDATE: "false",
    SYFT_CHECK_FOR_APP_UPDATE: "false",
    GRYPE_DB_AUTO_UPDATE: String(!offline),
    GRYPE_DB_VALIDATE_AGE: "false",
    ...(grypeDatabases === undefined ? {} : { GRYPE_DB_CACHE_DIR: grypeDatabases }),
  };
}
