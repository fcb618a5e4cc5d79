import { isDockerfileName } from "@plimsoll/syntax";

/** What a file is, judged by its path; documents inside a YAML file are judged by their own `apiVersion` and `kind`. */
export type FileKind =
  | "dockerfile"
  | "yaml"
  | "json"
  | "helm-template"
  | "kustomization"
  | "workflow"
  | "hardening-manifest"
  | "configuration";

const KUSTOMIZATION = new Set(["kustomization.yaml", "kustomization.yml", "Kustomization"]);
const CONFIGURATION = new Set([
  "plimsoll.yaml",
  "plimsoll.yml",
  "plimsoll-waivers.yaml",
  "plimsoll-waivers.yml",
]);

/** The kind of a file by its path alone, or undefined for files that Plimsoll does not read. */
export function classifyFile(path: string): FileKind | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (isDockerfileName(path)) return "dockerfile";
  if (KUSTOMIZATION.has(name)) return "kustomization";
  if (CONFIGURATION.has(name)) return "configuration";
  if (name === "hardening_manifest.yaml" || name === "hardening_manifest.yml") return "hardening-manifest";
  if (name.endsWith(".json")) return "json";
  if (!name.endsWith(".yaml") && !name.endsWith(".yml")) return undefined;
  return /(^|\/)\.github\/workflows\/[^/]+$/.test(path) ? "workflow" : "yaml";
}

/** True for a path that lies under the `templates` folder of a chart, given whether a `Chart.yaml` stands beside that folder. */
export function chartOf(path: string): string | undefined {
  const at = path.startsWith("templates/") ? 0 : path.indexOf("/templates/") + 1;
  if (at === 0 && !path.startsWith("templates/")) return undefined;
  return path.slice(0, at);
}
