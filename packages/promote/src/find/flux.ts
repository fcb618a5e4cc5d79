import { asMap, getNode, scalarText, type ResourceNode } from "@plimsoll/syntax";
import { addFields } from "./fields.ts";
import type { Search, Spot } from "./find.ts";
import { findInValues } from "./helm-values.ts";
import { findKustomizeImages } from "./kustomize.ts";
import { itemsOf, valueOf } from "./value-of.ts";

type Place = Omit<Spot, "node" | "kind">;

/** Objects of Flux that pin images; false for any other object. */
export function findInFlux(search: Search, { sheet, path }: Place, resource: ResourceNode): boolean {
  const { group, kind, node } = resource;
  const spot = { sheet, kind: "flux" } as const;
  const at = (rest: string): string => (path === "" ? rest : `${path}.${rest}`);
  if (group === "kustomize.toolkit.fluxcd.io" && kind === "Kustomization") {
    findKustomizeImages(search, { ...spot, path: at("spec.images") }, getNode(node, ["spec", "images"]));
    return true;
  }
  if (group === "helm.toolkit.fluxcd.io" && kind === "HelmRelease") {
    const values = getNode(node, ["spec", "values"]);
    if (values !== undefined) findInValues(search, { ...spot, path: at("spec.values") }, values);
    const renderers = itemsOf(getNode(node, ["spec", "postRenderers"]));
    for (const [index, renderer] of renderers.entries()) {
      const images = getNode(renderer, ["kustomize", "images"]);
      findKustomizeImages(
        search,
        { ...spot, path: at(`spec.postRenderers[${index}].kustomize.images`) },
        images,
      );
    }
    return true;
  }
  if (group !== "source.toolkit.fluxcd.io" || kind !== "OCIRepository") return false;
  findOciRepository(search, { sheet, path }, resource);
  return true;
}

const SCHEME = "oci://";

/** A digest goes before tag and version, so one is added where none stands. */
function findOciRepository(search: Search, { sheet, path }: Place, { node }: ResourceNode): void {
  const spec = asMap(getNode(node, ["spec"]));
  const name = valueOf(spec, "url");
  const url = scalarText(name) ?? "";
  if (spec === undefined || name === undefined || !url.startsWith(SCHEME)) return;
  if (!search.names.matchesName(url.slice(SCHEME.length))) return;
  const spot = {
    sheet,
    kind: "flux",
    path: path === "" ? "spec.ref.digest" : `${path}.spec.ref.digest`,
  } as const;
  const ref = valueOf(spec, "ref");
  const map = asMap(ref);
  const { digest: value } = search.image;
  if (map !== undefined) {
    const digest = valueOf(map, "digest");
    const fields = { name, tag: valueOf(map, "tag"), digest, addition: { map, key: "digest", value } };
    addFields(search, { ...spot, node: digest ?? name }, fields);
  } else if (ref === undefined) {
    const addition = { map: spec, key: "ref", value: { digest: value } };
    addFields(search, { ...spot, node: name }, { name, addition });
  } else search.refuse({ ...spot, node: ref }, NO_MAP);
}

const NO_MAP = {
  code: "promote/no-digest-field",
  message: "The reference of the artifact is empty.",
  nextStep: "Write `ref` with a `digest` or a `tag` below it, or leave it out.",
};
