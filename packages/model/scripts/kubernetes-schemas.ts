// Writes src/data/kubernetes-schemas.json: the structure of every Kubernetes object, for every version that Plimsoll knows.
// Run by hand with `npm run generate:schemas` when a version of Kubernetes comes out; needs Go and its module proxy.
// Exit code 0: written. An exception names what could not be read.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnums } from "./kubernetes/enums.ts";
import { mergeVersions, type VersionSpec } from "./kubernetes/merge-versions.ts";
import { readSwagger } from "./kubernetes/swagger.ts";
import { renderSchemas } from "./kubernetes/render.ts";

/** The module whose description of the API is read, one version for each minor version of Kubernetes. */
const MODULE = "k8s.io/kubernetes";
const VERSIONS: readonly string[] = [
  "v1.29.6",
  "v1.30.14",
  "v1.31.14",
  "v1.32.13",
  "v1.33.13",
  "v1.34.4",
  "v1.35.4",
  "v1.36.3",
  "v1.37.2",
];

const target = new URL("../src/data/kubernetes-schemas.json", import.meta.url);

function main(): void {
  const scratch = mkdtempSync(join(tmpdir(), "kubernetes-schemas-"));
  try {
    writeFileSync(join(scratch, "go.mod"), "module scratch\n\ngo 1.22\n");
    const specs = VERSIONS.map((version) => readVersion(version, scratch));
    writeFileSync(target, renderSchemas(mergeVersions(specs), VERSIONS));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Brings one version of the module and reads its description of the API. */
function readVersion(version: string, scratch: string): VersionSpec {
  const minor = Number(version.split(".")[1]);
  const folder = download(version, scratch);
  const swagger: unknown = JSON.parse(readFileSync(join(folder, "api/openapi-spec/swagger.json"), "utf8"));
  const generated = readFileSync(join(folder, "pkg/generated/openapi/zz_generated.openapi.go"), "utf8");
  return { minor, definitions: readSwagger(swagger, readEnums(generated)) };
}

function download(version: string, scratch: string): string {
  const output = execFileSync("go", ["mod", "download", "-json", `${MODULE}@${version}`], {
    cwd: scratch,
    encoding: "utf8",
  });
  const answer: { readonly Dir?: string; readonly Error?: string } = JSON.parse(output);
  if (answer.Dir === undefined)
    throw new Error(`${MODULE} ${version} could not be had: ${answer.Error ?? output}`);
  return answer.Dir;
}

main();
