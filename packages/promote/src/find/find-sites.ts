import { asMap, readResources, type ResourceNode, type YamlMap, type YamlNode } from "@plimsoll/syntax";
import type { TargetKind } from "../plan.ts";
import { findInArgo, findInSource } from "./argocd.ts";
import type { Search } from "./find.ts";
import { findInFlux } from "./flux.ts";
import { findInValues } from "./helm-values.ts";
import { findInKustomization } from "./kustomize.ts";
import { findMarked } from "./markers.ts";
import { noteMentions } from "./mentions.ts";
import { Scalars } from "./scalars.ts";
import type { Sheet } from "./sheet.ts";
import { findInWorkload } from "./workloads.ts";

/** Kinds that are looked for. */
export type WantedKinds = ReadonlySet<TargetKind>;

/** Finds the places of one document that pin the image. */
export function findSites(search: Search, sheet: Sheet, kinds: WantedKinds): void {
  const { root } = sheet.document;
  const map = asMap(root);
  if (map !== undefined) findInRoot(search, sheet, map, kinds);
  const scalars = new Scalars(root);
  if (kinds.has("flux")) findMarked(search, sheet, scalars);
  noteMentions(search, sheet, scalars);
}

function findInRoot(search: Search, sheet: Sheet, root: YamlMap, kinds: WantedKinds): void {
  const name = baseName(sheet.file);
  const resources = readResources(sheet.placed);
  const values = (place: { readonly path: string }, node: YamlNode): void =>
    findInValues(search, { sheet, kind: "kustomize", path: place.path }, node);
  if (isKustomization(name, resources)) {
    if (kinds.has("kustomize"))
      findInKustomization(search, { sheet, kind: "kustomize", path: "" }, root, values);
  } else if (resources.length > 0) {
    for (const [index, resource] of resources.entries()) {
      const path = resource.node === root ? "" : `items[${index}]`;
      findInObject(search, { sheet, path }, resource, kinds);
    }
  } else if (name.startsWith(".argocd-source")) {
    if (kinds.has("argocd")) findInSource(search, { sheet, path: "" }, root);
  } else if (name.includes("values") && kinds.has("helm-values")) {
    findInValues(search, { sheet, kind: "helm-values", path: "" }, root);
  }
}

function findInObject(
  search: Search,
  place: { readonly sheet: Sheet; readonly path: string },
  resource: ResourceNode,
  kinds: WantedKinds,
): void {
  if (resource.group.endsWith(".fluxcd.io")) {
    if (kinds.has("flux")) findInFlux(search, place, resource);
  } else if (resource.group === "argoproj.io" && resource.kind.startsWith("Application")) {
    if (kinds.has("argocd")) findInArgo(search, place, resource);
  } else if (kinds.has("plain")) findInWorkload(search, place, resource);
}

function isKustomization(name: string, resources: readonly ResourceNode[]): boolean {
  if (name === "kustomization.yaml" || name === "kustomization.yml" || name === "kustomization")
    return resources.every(({ group }) => group === "kustomize.config.k8s.io");
  return resources.some(({ group }) => group === "kustomize.config.k8s.io");
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).toLowerCase();
}
