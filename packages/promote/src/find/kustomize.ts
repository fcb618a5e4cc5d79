import { asMap, asScalar, getNode, scalarText, type YamlMap, type YamlNode } from "@plimsoll/syntax";
import { addFields } from "./fields.ts";
import type { Search, Spot } from "./find.ts";
import { addReference } from "./reference.ts";
import { itemsOf, valueOf } from "./value-of.ts";

type Place = Omit<Spot, "node">;

/** Entries of an `images` list of Kustomize, which stands at `spot.path`. An entry without digest is given one: Kustomize reads it. */
export function findKustomizeImages(search: Search, spot: Place, images: YamlNode | undefined): void {
  const seen = new Set<string>();
  for (const [index, item] of itemsOf(images).entries()) {
    const name = effectiveName(item);
    if (name === undefined || !search.names.matchesName(asScalar(name)?.text ?? "")) continue;
    const here = { ...spot, path: `${spot.path}[${index}]`, node: item };
    const replaced = scalarText(valueOf(item, "name")) ?? "";
    if (seen.has(replaced)) refuseSecond(search, here, replaced);
    seen.add(replaced);
    addEntry(search, here, name);
  }
}

function addEntry(search: Search, spot: Spot, name: YamlNode): void {
  const map = asMap(spot.node);
  if (map === undefined) return;
  const digest = valueOf(map, "digest");
  addFields(
    search,
    { ...spot, path: `${spot.path}.digest`, node: digest ?? name },
    {
      name,
      tag: valueOf(map, "newTag"),
      digest,
      addition: { map, key: "digest", value: search.image.digest },
    },
  );
}

/** The name that the entry gives the image: its new one, where it has one. */
function effectiveName(entry: YamlNode): YamlNode | undefined {
  const newName = valueOf(entry, "newName");
  return (scalarText(newName) ?? "") === "" ? valueOf(entry, "name") : newName;
}

function refuseSecond(search: Search, spot: Spot, name: string): void {
  search.refuse(spot, {
    code: "promote/ambiguous",
    message: `Another entry for ${JSON.stringify(name.slice(0, 200))} stands in the same list.`,
    nextStep: "Keep one of them.",
  });
}

/** Strings `[old=]new[:tag][@digest]` of Argo CD. */
export function findKustomizeStrings(search: Search, spot: Place, images: YamlNode | undefined): void {
  for (const [index, node] of itemsOf(images).entries()) {
    const text = scalarText(node);
    if (text === undefined) continue;
    const place = { ...spot, path: `${spot.path}[${index}]`, node };
    addReference(search, place, { mayAdd: true, from: text.indexOf("=") + 1 });
  }
}

/** The charts' inline values of a kustomization, and its images. */
export function findInKustomization(
  search: Search,
  spot: Place,
  root: YamlMap,
  findValues: (place: Place, values: YamlNode) => void,
): void {
  findKustomizeImages(search, { ...spot, path: "images" }, valueOf(root, "images"));
  for (const [index, chart] of itemsOf(valueOf(root, "helmCharts")).entries()) {
    const values = getNode(chart, ["valuesInline"]);
    if (values !== undefined) findValues({ ...spot, path: `helmCharts[${index}].valuesInline` }, values);
  }
}
