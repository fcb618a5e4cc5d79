import {
  asMap,
  getNode,
  scalarText,
  type ResourceNode,
  type Span,
  type YamlEntry,
  type YamlNode,
} from "@plimsoll/syntax";
import { checkId, type PragmaTool } from "../peer/peer-tools.ts";
import { ALL_CHECKS } from "./pragma.ts";

/** An annotation that excuses findings: offsets count from the start of the document. */
export interface AnnotationPragma extends Span {
  readonly tool: PragmaTool;
  readonly checks: readonly string[];
  readonly reason: string;
  readonly covers: Span;
}

interface Said {
  readonly checks: readonly string[];
  readonly reason: string;
}

type ReadAnnotation = (key: string, value: string) => Said | undefined;

const READERS: Partial<Readonly<Record<PragmaTool, ReadAnnotation>>> = {
  checkov: readCheckov,
  "kube-linter": readKubeLinter,
  "kube-score": readKubeScore,
  polaris: readPolaris,
};

const MAXIMUM_ANNOTATIONS = 1000;
const MAXIMUM_CHECKS = 100;
/** Where pods of workloads stand; kube-score hears annotations there too. */
const TEMPLATES = [
  ["spec", "template"],
  ["spec", "jobTemplate", "spec", "template"],
] as const;

/** The annotations of an object, for kube-score those of its pods too, that excuse findings in it. */
export function annotationPragmas(
  { node }: Pick<ResourceNode, "node">,
  tools: Iterable<PragmaTool>,
): readonly AnnotationPragma[] {
  const found: AnnotationPragma[] = [];
  for (const tool of tools) {
    const read = READERS[tool];
    if (read === undefined) continue;
    found.push(...pragmasIn(node, { tool, read }));
    if (tool !== "kube-score") continue;
    for (const path of TEMPLATES) {
      const template = getNode(node, path);
      if (template !== undefined) found.push(...pragmasIn(template, { tool, read }));
    }
  }
  return found;
}

function pragmasIn(
  node: YamlNode,
  { tool, read }: { readonly tool: PragmaTool; readonly read: ReadAnnotation },
): readonly AnnotationPragma[] {
  const annotations = asMap(getNode(node, ["metadata", "annotations"]));
  return (annotations?.entries ?? []).slice(0, MAXIMUM_ANNOTATIONS).flatMap((entry) => {
    const said = readEntry(entry, read);
    if (said === undefined) return [];
    return [
      { tool, ...said, start: entry.start, end: entry.end, covers: { start: node.start, end: node.end } },
    ];
  });
}

function readEntry({ key, value }: YamlEntry, read: ReadAnnotation): Said | undefined {
  const name = scalarText(key);
  return name === undefined ? undefined : read(name, scalarText(value) ?? "");
}

const CHECKOV_KEYS = ["checkov.io/skip", "bridgecrew.io/skip", "cortex.io/skip"] as const;

/** `checkov.io/skip1: CKV_K8S_20=reason`. */
function readCheckov(key: string, value: string): Said | undefined {
  if (!CHECKOV_KEYS.some((word) => key.includes(word))) return undefined;
  const at = value.indexOf("=");
  const id = (at < 0 ? value : value.slice(0, at)).trim();
  if (id === "") return undefined;
  return { checks: [checkId("checkov", id)], reason: at < 0 ? "" : value.slice(at + 1).trim() };
}

const KUBE_LINTER_KEY = "ignore-check.kube-linter.io/";
const KUBE_LINTER_ALL = "kube-linter.io/ignore-all";

/** `ignore-check.kube-linter.io/<check>: reason`. The key alone counts. */
function readKubeLinter(key: string, value: string): Said | undefined {
  if (key === KUBE_LINTER_ALL) return { checks: [ALL_CHECKS], reason: value.trim() };
  if (!key.startsWith(KUBE_LINTER_KEY)) return undefined;
  return { checks: [checkId("kube-linter", key.slice(KUBE_LINTER_KEY.length))], reason: value.trim() };
}

/** `kube-score/ignore: check, check`. Ignoring resources also ignores ephemeral storage. */
function readKubeScore(key: string, value: string): Said | undefined {
  if (key !== "kube-score/ignore") return undefined;
  const checks = value
    .split(",", MAXIMUM_CHECKS)
    .map((id) => id.trim())
    .filter((id) => id !== "");
  if (checks.length === 0) return undefined;
  const implied = checks.includes("container-resources")
    ? ["container-ephemeral-storage-request-and-limit"]
    : [];
  return { checks: [...checks, ...implied], reason: "" };
}

const POLARIS_PREFIX = "polaris.fairwinds.com/";
const POLARIS_ENDING = "-exempt";

/** `polaris.fairwinds.com/<check>-exempt: "true"`, or `…/exempt` for every check. */
function readPolaris(key: string, value: string): Said | undefined {
  if (!key.startsWith(POLARIS_PREFIX) || value.toLowerCase() !== "true") return undefined;
  const name = key.slice(POLARIS_PREFIX.length);
  if (name === "exempt") return { checks: [ALL_CHECKS], reason: "" };
  if (!name.endsWith(POLARIS_ENDING) || name === POLARIS_ENDING) return undefined;
  return { checks: [checkId("polaris", name.slice(0, -POLARIS_ENDING.length))], reason: "" };
}
