import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fill, folderOf, isStamped } from "./cache.ts";
import { findProgram, run } from "./command.ts";
import { SetUpFailure } from "./failure.ts";

const MODULE = "k8s.io/pod-security-admission";
const VERSION = "0.37.2";

/** How many pods the fixtures of this version hold: levels baseline and restricted, v1.0 to v1.37, pass and fail. */
export const POD_SECURITY_FIXTURES = 4537;

/** Where the fixtures lie: `<level>/v1.<minor>/<pass|fail>/<name>.yaml`. */
export function podSecurityFolder(): string {
  return folderOf("pod-security-admission", VERSION);
}

/**
 * Brings the fixtures of Pod Security admission into the cache with Go's module client, which checks them against Go's
 * checksum database.
 * @returns what was done, for people
 * @throws SetUpFailure `real/no-go` without Go, `real/go-failed` where the module cannot be had, `real/fixtures-incomplete`
 */
export function bringPodSecurityFixtures(): string {
  const folder = podSecurityFolder();
  const recipe = `${MODULE}@v${VERSION}`;
  if (isStamped(folder, recipe) && countFixtures(folder) === POD_SECURITY_FIXTURES) return "in the cache";
  if (findProgram("go") === undefined) {
    throw new SetUpFailure(
      "real/no-go",
      "Go is not on PATH, so the Pod Security fixtures cannot be fetched.",
      "Install Go 1.26 or later.",
    );
  }
  fill(folder, recipe, (scratch) => {
    const source = join(download(scratch, recipe), "test", "testdata");
    for (const level of ["baseline", "restricted"])
      cpSync(join(source, level), join(scratch, level), { recursive: true });
  });
  const count = countFixtures(folder);
  if (count === POD_SECURITY_FIXTURES) return `fetched ${recipe}: ${count} pods`;
  throw new SetUpFailure(
    "real/fixtures-incomplete",
    `${recipe} holds ${count} pods where ${POD_SECURITY_FIXTURES} are expected.`,
    "Correct version and number in scripts/real/set-ups/pod-security.ts together.",
  );
}

/** Downloads the module outside any other module and returns the folder that Go keeps it in. */
function download(cwd: string, recipe: string): string {
  const output = run("go", ["mod", "download", "-json", recipe], {
    cwd,
    env: { GOFLAGS: "-mod=mod", GOWORK: "off" },
    code: "real/go-failed",
    nextStep: "Run it by hand to see more; the version is pinned in scripts/real/set-ups/pod-security.ts.",
  });
  const answer: unknown = JSON.parse(output);
  if (typeof answer === "object" && answer !== null && "Dir" in answer && typeof answer.Dir === "string")
    return answer.Dir;
  throw new SetUpFailure(
    "real/go-failed",
    `go mod download named no folder: ${output}`,
    "Look at Go's version.",
  );
}

function countFixtures(folder: string): number {
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(".yaml")).length;
}
