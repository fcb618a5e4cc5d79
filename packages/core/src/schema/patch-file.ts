import { asSequence, getNode, parseYaml, scalarText, type YamlNode } from "@plimsoll/syntax";

type Sibling = (name: string) => string | undefined;

const NAMES = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
/** A kustomization may list patches in folders below it; deeper ones are not looked for. */
const MAXIMUM_LEVELS = 4;

/**
 * Whether a kustomization in the file's folder, or in one of the folders above, lists the file as a patch: then it holds parts of
 * objects, and fields that must be there come from elsewhere.
 */
export function isListedPatch(path: string, sibling: Sibling): boolean {
  const steps = path.split("/");
  let name = "";
  for (let level = 0; level < MAXIMUM_LEVELS; level += 1) {
    const step = steps.pop();
    if (step === undefined) return false;
    name = name === "" ? step : `${step}/${name}`;
    const text = readKustomization("../".repeat(level), sibling);
    if (text !== undefined && listsPatch(text, name)) return true;
  }
  return false;
}

function readKustomization(folder: string, sibling: Sibling): string | undefined {
  for (const name of NAMES) {
    const text = sibling(folder + name);
    if (text !== undefined) return text;
  }
  return undefined;
}

function listsPatch(text: string, name: string): boolean {
  return parseYaml(text).documents.some(({ document: { root } }) => patchesOf(root).has(name));
}

/** Paths that a kustomization lists as patches, without a leading `./`. */
function patchesOf(root: YamlNode | undefined): ReadonlySet<string> {
  const paths = [
    ...items(root, "patches").map((item) => scalarText(getNode(item, ["path"]))),
    ...items(root, "patchesStrategicMerge").map(scalarText),
    ...items(root, "patchesJson6902").map((item) => scalarText(getNode(item, ["path"]))),
  ];
  return new Set(
    paths.filter((path) => path !== undefined).map((path) => (path.startsWith("./") ? path.slice(2) : path)),
  );
}

function items(root: YamlNode | undefined, key: string): readonly YamlNode[] {
  return asSequence(getNode(root, [key]))?.items ?? [];
}
