import {
  asScalar,
  effectiveEntries,
  entryName,
  getNode,
  parseImageReference,
  scalarText,
  type YamlMap,
  type YamlNode,
  walkYaml,
} from "@plimsoll/syntax";
import { addFields } from "./fields.ts";
import { pathText, type Search, type Spot } from "./find.ts";
import { addReference } from "./reference.ts";

type Place = Omit<Spot, "node">;

/** Keys of values that make up an image, in the order in which they are tried. */
const NAME_KEYS = ["repository", "imageRepository", "imageName", "image", "name"] as const;
const REGISTRY_KEYS = ["registry", "imageRegistry"] as const;
const TAG_KEYS = ["tag", "imageTag"] as const;
const DIGEST_KEYS = ["digest", "imageDigest", "sha256", "sha"] as const;
/** Charts that name it so put the algorithm before it themselves. */
const HEX_KEYS: ReadonlySet<string> = new Set(["sha256", "sha"]);

const GLOBAL_REGISTRIES = [
  ["global", "imageRegistry"],
  ["global", "image", "registry"],
  ["global", "registry"],
] as const;

/** Looks for the image in the values of a chart: maps of repository, tag and digest, and whole references. */
export function findInValues(search: Search, spot: Place, values: YamlNode): void {
  const registry = globalRegistry(values);
  walkYaml(values, (node, steps) => {
    if (node.kind !== "map") return;
    const path = joined(spot.path, pathText(steps));
    findInFields(search, { ...spot, path, node }, fieldsOf(node), registry);
  });
}

/** Fields by name, with their nodes as they stand. */
export type Fields = ReadonlyMap<string, YamlNode>;

function fieldsOf(map: YamlMap): Fields {
  return new Map(effectiveEntries(map).map((entry) => [entryName(entry), entry.value]));
}

/** A group of fields that may make up an image; those that are whole references are places of their own. */
export function findInFields(search: Search, spot: Spot, fields: Fields, registry?: string): void {
  const whole = findWhole(search, spot, fields);
  const nameKey = NAME_KEYS.find((key) => !whole.has(key) && isNamed(search, fields, key, registry));
  const name = fields.get(nameKey ?? "");
  if (nameKey === undefined || name === undefined) return;
  const { digestKey, digest, tag } = versionOf(fields);
  if (digest === undefined && tag === undefined && nameKey !== "repository") return;
  addFields(
    search,
    { ...spot, path: joined(spot.path, digestKey ?? nameKey), node: digest ?? name },
    { name, registry: pick(fields, REGISTRY_KEYS)[1], tag, digest, isHex: HEX_KEYS.has(digestKey ?? "") },
  );
}

/** Adds the fields that are whole references, and gives their keys. */
function findWhole(search: Search, spot: Spot, fields: Fields): ReadonlySet<string> {
  const whole = new Set<string>();
  const { digest, tag } = versionOf(fields);
  const isAlone = digest === undefined && tag === undefined;
  for (const [key, node] of fields) {
    if (!couldBe(search, asScalar(node)?.text ?? "")) continue;
    const place = { ...spot, path: joined(spot.path, pathText([key])), node };
    const mayAdd = isAlone && key.toLowerCase().endsWith("image");
    if (addReference(search, place, { mayAdd })) whole.add(key);
  }
  return whole;
}

function versionOf(fields: Fields): {
  readonly digestKey: string | undefined;
  readonly digest: YamlNode | undefined;
  readonly tag: YamlNode | undefined;
} {
  const [digestKey, digest] = pick(fields, DIGEST_KEYS);
  return { digestKey, digest, tag: pick(fields, TAG_KEYS)[1] };
}

/** A cheap look before a text is read as a reference: it is longer than a name and has the name in it. */
function couldBe({ names }: Search, text: string): boolean {
  return text.length < 4096 && names.mentionedIn(text);
}

function isNamed(search: Search, fields: Fields, key: string, globalName: string | undefined): boolean {
  const text = scalarText(fields.get(key)) ?? "";
  if (!couldBe(search, text)) return false;
  const parsed = parseImageReference(text);
  const reference = parsed.ok ? parsed.reference : undefined;
  const name = reference?.tag === undefined ? text : text.slice(0, text.lastIndexOf(":"));
  if (reference?.hasExplicitRegistry === true) return search.names.matchesName(name);
  const own = scalarText(pick(fields, REGISTRY_KEYS)[1]);
  const registry = [globalName, own].find((each) => each !== undefined && each !== "");
  return search.names.matchesName(registry === undefined ? name : `${registry}/${name}`);
}

function pick(
  fields: Fields,
  keys: readonly string[],
): readonly [key: string, node: YamlNode] | readonly [undefined, undefined] {
  for (const key of keys) {
    const node = fields.get(key);
    if (node !== undefined && asScalar(node) !== undefined) return [key, node];
  }
  return [undefined, undefined];
}

/** A registry that charts put before the repositories of all their images. */
function globalRegistry(values: YamlNode): string | undefined {
  return GLOBAL_REGISTRIES.map((path) => scalarText(getNode(values, path))).find(
    (text) => text !== undefined && text !== "",
  );
}

function joined(base: string, rest: string): string {
  if (base === "" || rest === "" || rest.startsWith("[")) return base + rest;
  return `${base}.${rest}`;
}
