import { join } from "node:path";
import { memberOf, parseJsonText, textOf } from "@plimsoll/core/json";
import { reportFile, runScanner } from "./run-scanner.ts";
import type { Scanner, ScannerSettings } from "./scanner.ts";

/** Trivy's scan of the image, with every package that it saw. Its report does not tell the age of its database, so it is asked. */
export const runTrivy: Scanner = async (settings) => {
  const output = join(settings.scratch, "trivy.json");
  await runScanner(
    { name: "trivy", args: [...scanWords(settings, output), ...targetWords(settings)] },
    settings,
  );
  const { bytes, reports } = reportFile(output, "trivy.json");
  const built = await databaseTime(settings);
  return {
    name: "trivy",
    bytes,
    reports: reports.map((report) =>
      built === undefined ? report : { ...report, database: { ...report.database, built } },
    ),
  };
};

function scanWords(settings: ScannerSettings, output: string): readonly string[] {
  const { offline, platform } = settings;
  return [
    "image",
    ...["--quiet", "--format", "json", "--output", output],
    ...["--scanners", "vuln", "--list-all-pkgs", "--cache-backend", "memory", "--skip-version-check"],
    ...cacheWords(settings),
    ...(offline ? ["--skip-db-update", "--skip-java-db-update", "--offline-scan"] : []),
    ...(platform === undefined ? [] : ["--platform", platform]),
  ];
}

function cacheWords({ trivyCache }: ScannerSettings): readonly string[] {
  return trivyCache === undefined ? [] : ["--cache-dir", trivyCache];
}

function targetWords({ subject: { layout, name, digest } }: ScannerSettings): readonly string[] {
  return layout === undefined ? ["--image-src", "remote", `${name}@${digest}`] : ["--input", layout];
}

async function databaseTime(settings: ScannerSettings): Promise<string | undefined> {
  const args = ["version", "--format", "json", ...cacheWords(settings)];
  const parsed = parseJsonText(await runScanner({ name: "trivy", args }, settings));
  if (!("value" in parsed)) return undefined;
  const time = textOf(memberOf(memberOf(parsed.value, "VulnerabilityDB"), "UpdatedAt"));
  // A cache without a database has the year 1.
  return time === undefined || time.startsWith("0001-") ? undefined : time;
}
