import { asScalar, getNode, scalarText, type ResourceNode, type YamlNode } from "@plimsoll/syntax";
import type { Search, Spot } from "./find.ts";
import { findInFields, findInValues } from "./helm-values.ts";
import { findKustomizeStrings } from "./kustomize.ts";
import { innerSheet } from "./sheet.ts";
import { itemsOf, valueOf } from "./value-of.ts";

type Place = Omit<Spot, "node" | "kind">;

const IMAGE_UPDATER = "argocd-image-updater.argoproj.io/image-list";

/** Applications and ApplicationSets of Argo CD; false for any other object. */
export function findInArgo(search: Search, { sheet, path }: Place, resource: ResourceNode): boolean {
  const { group, kind, node } = resource;
  if (group !== "argoproj.io" || (kind !== "Application" && kind !== "ApplicationSet")) return false;
  const steps = kind === "Application" ? ["spec"] : ["spec", "template", "spec"];
  const spec = getNode(node, steps);
  const base = path === "" ? steps.join(".") : `${path}.${steps.join(".")}`;
  const before = search.sites.length;
  const single = getNode(spec, ["source"]);
  if (single !== undefined) findInSource(search, { sheet, path: `${base}.source` }, single);
  for (const [index, source] of itemsOf(valueOf(spec, "sources")).entries())
    findInSource(search, { sheet, path: `${base}.sources[${index}]` }, source);
  const updater = getNode(node, ["metadata", "annotations", IMAGE_UPDATER]);
  if (updater !== undefined && search.sites.length > before) {
    search.note(
      { sheet, path: `metadata.annotations["${IMAGE_UPDATER}"]`, node: updater },
      {
        code: "promote/image-updater-owns",
        message:
          "Argo CD Image Updater writes the images of this application too and may undo the promotion.",
      },
    );
  }
  return true;
}

/** One source: of an application, or a file `.argocd-source-….yaml`. */
export function findInSource(search: Search, { sheet, path }: Place, source: YamlNode): void {
  const at = (rest: string): string => (path === "" ? rest : `${path}.${rest}`);
  const spot = { sheet, kind: "argocd" } as const;
  findKustomizeStrings(
    search,
    { ...spot, path: at("kustomize.images") },
    getNode(source, ["kustomize", "images"]),
  );
  const helm = valueOf(source, "helm");
  findParameters(search, { sheet, path: at("helm.parameters") }, valueOf(helm, "parameters"));
  const object = getNode(helm, ["valuesObject"]);
  if (object !== undefined) findInValues(search, { ...spot, path: at("helm.valuesObject") }, object);
  const use = valueOf(helm, "values");
  if (use !== undefined) findInText(search, { sheet, path: at("helm.values") }, use);
}

/** Values that stand as text: the text is a document of its own. */
function findInText(search: Search, { sheet, path }: Place, use: YamlNode): void {
  const scalar = asScalar(use);
  if (scalar === undefined || !search.names.mentionedIn(scalar.text)) return;
  const inner = innerSheet(sheet, { scalar, use, path });
  const root = inner?.document.root;
  const problem = inner?.document.problems[0];
  if (inner === undefined || root === undefined || problem !== undefined) {
    search.refuse(
      { sheet, path, node: use },
      {
        code: "promote/syntax",
        message: `The text names the image, but it cannot be read: ${problem?.message ?? "it is not one document"}.`,
        nextStep: "Correct the values, then promote again.",
      },
    );
    return;
  }
  findInValues(search, { sheet: inner, kind: "argocd", path: "" }, root);
}

interface Group {
  readonly fields: Map<string, YamlNode>;
  readonly node: YamlNode;
}

/** Parameters `image.repository`, `image.tag` … that share what stands before the last dot. */
function findParameters(search: Search, { sheet, path }: Place, parameters: YamlNode | undefined): void {
  const groups = new Map<string, Group>();
  for (const item of itemsOf(parameters)) {
    const name = scalarText(valueOf(item, "name"));
    const value = valueOf(item, "value");
    if (name === undefined || value === undefined) continue;
    const dot = name.lastIndexOf(".");
    const [prefix, leaf] = [name.slice(0, Math.max(0, dot)), name.slice(dot + 1)];
    const group = groups.get(prefix) ?? { fields: new Map<string, YamlNode>(), node: item };
    if (group.fields.has(leaf)) refuseSecond(search, { sheet, path, node: item }, name);
    group.fields.set(leaf, value);
    groups.set(prefix, group);
  }
  const registry = scalarText(groups.get("global")?.fields.get("imageRegistry"));
  for (const [prefix, { fields, node }] of groups) {
    const spot: Spot = { sheet, kind: "argocd", path: `${path}(${prefix})`, node };
    findInFields(search, spot, fields, registry);
  }
}

function refuseSecond(search: Search, spot: Omit<Spot, "kind">, name: string): void {
  search.refuse(spot, {
    code: "promote/ambiguous",
    message: `The parameter ${JSON.stringify(name.slice(0, 200))} is given twice.`,
    nextStep: "Keep one of them.",
  });
}
