import { isDockerfileName } from "@plimsoll/syntax";

/** What a file is, judged by its path; documents inside a YAML file are judged by their own `apiVersion` and `kind`. */
export type FileKind =
  | "dockerfile"
  | "yaml"
  | "json"
  | "helm-template"
  | "kustomization"
  | "workflow"
  | "action"
  | "hardening-manifest"
  | "configuration";

const KUSTOMIZATION = new Set(["kustomization.yaml", "kustomization.yml", "Kustomization"]);
const CONFIGURATION = new Set([
  "plimsoll.yaml",
  "plimsoll.yml",
  "plimsoll-waivers.yaml",
  "plimsoll-waivers.yml",
]);

/** The metadata of a GitHub action; a file of this name may be something else, which its document tells. */
const ACTION = new Set(["action.yml", "action.yaml"]);
const WORKFLOW_FOLDER = ".github/workflows/";

/** Directly in `.github/workflows`, where GitHub looks. */
function isInWorkflowFolder(path: string): boolean {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return folder === WORKFLOW_FOLDER || folder.endsWith(`/${WORKFLOW_FOLDER}`);
}

/** The kind of a file by its path alone, or undefined for files that Plimsoll does not read. */
export function classifyFile(path: string): FileKind | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (isDockerfileName(path)) return "dockerfile";
  if (KUSTOMIZATION.has(name)) return "kustomization";
  if (CONFIGURATION.has(name)) return "configuration";
  if (name === "hardening_manifest.yaml" || name === "hardening_manifest.yml") return "hardening-manifest";
  if (name.endsWith(".json")) return "json";
  if (!name.endsWith(".yaml") && !name.endsWith(".yml")) return undefined;
  if (isInWorkflowFolder(path)) return "workflow";
  return ACTION.has(name) ? "action" : "yaml";
}

/** True for a path that lies under the `templates` folder of a chart, given whether a `Chart.yaml` stands beside that folder. */
export function chartOf(path: string): string | undefined {
  const at = path.startsWith("templates/") ? 0 : path.indexOf("/templates/") + 1;
  if (at === 0 && !path.startsWith("templates/")) return undefined;
  return path.slice(0, at);
}
