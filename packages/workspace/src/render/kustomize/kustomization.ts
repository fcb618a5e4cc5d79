import { posix } from "node:path";
import { type PlacedDocument, parseYaml, toValue, type YamlPlain } from "@plimsoll/syntax";
import { joinPath } from "../helm/chart-places.ts";

/** What a kustomization says, as far as places and safety need it. Paths count from the workspace's root. */
export interface Kustomization {
  /** Workspace path of the file. */
  readonly file: string;
  /** Workspace path of its folder. */
  readonly folder: string;
  readonly document: PlacedDocument;
  /** `Component` for components, which are only rendered as part of another. */
  readonly isComponent: boolean;
  /** Entries of `resources`, `bases` and `components`, as written. */
  readonly resources: readonly string[];
  /** Files of patches. */
  readonly patchFiles: readonly string[];
  /** Other local files and references that it reads: generators, transformers, validators, OpenAPI, `crds`, `configurations`. */
  readonly others: readonly string[];
  readonly usesHelm: boolean;
}

/** Reads a kustomization; undefined where the text is no YAML map. */
export function readKustomization(file: string, text: string): Kustomization | undefined {
  const document = parseYaml(text).documents.find((placed) => placed.document.root?.kind === "map");
  if (document?.document.root === undefined) return undefined;
  const value = toValue(document.document.root);
  const folder = posix.dirname(file);
  const inFolder = (path: string): string => posix.normalize(joinPath(folder, path));
  const patches = [...items(value, "patches"), ...items(value, "patchesJson6902")];
  const patchFiles = [...patches.flatMap((patch) => textOf(patch, "path")), ...strategicMergeFiles(value)];
  return {
    file,
    folder,
    document,
    isComponent: textOf(value, "kind")[0] === "Component",
    resources: ["resources", "bases", "components"].flatMap((key) => texts(value, key)),
    patchFiles: patchFiles.map(inFolder),
    others: ["generators", "transformers", "validators", "crds", "configurations"]
      .flatMap((key) => texts(value, key))
      .filter((entry) => !entry.includes("\n")),
    usesHelm: items(value, "helmCharts").length > 0 || items(value, "helmChartInflationGenerator").length > 0,
  };
}

/** `patchesStrategicMerge` holds paths or whole patches. */
function strategicMergeFiles(value: YamlPlain): readonly string[] {
  return texts(value, "patchesStrategicMerge").filter((entry) => !entry.includes("\n"));
}

function items(value: YamlPlain, key: string): readonly YamlPlain[] {
  const list = field(value, key);
  return Array.isArray(list) ? list : [];
}

function texts(value: YamlPlain, key: string): readonly string[] {
  return items(value, key).filter((item) => typeof item === "string");
}

function textOf(value: YamlPlain, key: string): readonly string[] {
  const text = field(value, key);
  return typeof text === "string" ? [text] : [];
}

/** A field of a plain map; null where there is none. */
export function field(value: YamlPlain, key: string): YamlPlain {
  if (value === null || typeof value !== "object" || isList(value)) return null;
  return value[key] ?? null;
}

function isList(value: YamlPlain): value is readonly YamlPlain[] {
  return Array.isArray(value);
}
